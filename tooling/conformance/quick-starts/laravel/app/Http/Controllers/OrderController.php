<?php

namespace App\Http\Controllers;

use App\Services\Setor;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Str;

class OrderController
{
    public function __construct(private readonly Setor $setor) {}

    public function create()
    {
        $id = (string) Str::uuid();
        // The price is the shop's own, never the browser's.
        DB::table('orders')->insert(['id' => $id, 'amount' => 25578]);
        return redirect("/orders/$id", 303);
    }

    public function show(string $id)
    {
        $order = DB::table('orders')->find($id) ?? abort(404);
        $sale = self::settle($this->setor, $order);
        return response()->view('order', ['order' => $order, 'sale' => $sale])->header('Cache-Control', 'no-store');
    }

    public function invoice(string $id)
    {
        $order = DB::table('orders')->find($id) ?? abort(404);
        if ($order->paid_at === null) {
            DB::table('orders')->where('id', $id)->update(['invoiced_at' => now()]);
            $this->setor->invoice($id, $order->amount);
        }
        return redirect("/orders/$id", 303);
    }

    public function notice(Request $request)
    {
        $this->setor->notice($request->getContent());
        return response()->json(['status' => 'ok']);
    }

    /** Where an order is; what the ledger knows as paid is booked, once. */
    public static function settle(Setor $setor, object $order): array
    {
        if ($order->paid_at !== null) {
            return ['state' => 'paid'];
        }
        $sale = $setor->look($order->id);
        if ($sale['state'] === 'paid') {
            $unpaid = DB::table('orders')->where('id', $order->id)->whereNull('paid_at');
            // One row for whoever finds out first: deliver then.
            if ($unpaid->update(['paid_at' => now()]) === 1) {
                logger()->info("paid {$order->id}");
            }
        }
        return $sale;
    }
}
