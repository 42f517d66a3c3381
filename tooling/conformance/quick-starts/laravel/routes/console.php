<?php

use App\Http\Controllers\OrderController;
use App\Services\Setor;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schedule;

// Books what was paid while nobody looked; it asks the ledger, not InterActive.
Schedule::call(function (Setor $setor) {
    $open = DB::table('orders')->whereNull('paid_at')->where('invoiced_at', '>', now()->subDays(14));
    foreach ($open->cursor() as $order) {
        OrderController::settle($setor, $order);
    }
})->everyMinute()->name('settle orders')->withoutOverlapping();
