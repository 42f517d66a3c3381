<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pembayaran QRIS</title>
<h1>Rp{{ number_format($order->amount, 0, ',', '.') }}</h1>
@switch($sale['state'])
    @case('paid')
        <p>Lunas. Terima kasih.</p>
        @break
    @case('waiting')
        <meta http-equiv="refresh" content="3">
        <div style="max-width: 20rem">{!! $sale['qr'] !!}</div>
        <p>Menunggu pembayaran. Berlaku {{ gmdate('i:s', intdiv($sale['leftMs'], 1000)) }} lagi.</p>
        @break
    @default
        @if ($sale['state'] === 'expired')
            <p>QR ini sudah kedaluwarsa. Yang sudah telanjur dibayar tetap tercatat.</p>
        @endif
        <form method="post">@csrf<button>Buat QR</button></form>
@endswitch
</html>
