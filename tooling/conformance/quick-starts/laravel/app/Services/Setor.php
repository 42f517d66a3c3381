<?php

namespace App\Services;

use RuntimeException;

/** Calls the Setor service on this machine. It needs PHP's curl extension and nothing of Laravel's. */
final class Setor
{
    public function __construct(private readonly string $url, private readonly string $token) {}

    /** What the ledger knows of an order; asks nobody. */
    public function look(string $order): array
    {
        return $this->call('GET', '/payments/' . rawurlencode($order));
    }

    /** The QR of an order: the same one as long as it can be paid. The amount is whole rupiah. */
    public function invoice(string $order, int $amount): array
    {
        return $this->call('POST', '/payments/' . rawurlencode($order), json_encode(['amount' => $amount]));
    }

    /** Proves nothing: it only moves the next check up. */
    public function notice(string $body): void
    {
        $this->call('POST', '/notices', $body);
    }

    private function call(string $method, string $path, ?string $body = null): array
    {
        $curl = curl_init($this->url . $path);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $this->token, 'Content-Type: application/json'],
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_RETURNTRANSFER => true,
            // Longer than the deadline of createInvoice: after a timeout here, look() says what became of it.
            CURLOPT_TIMEOUT => 70,
        ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]));
        $answer = curl_exec($curl);
        if ($answer === false) {
            throw new RuntimeException('Setor: ' . curl_error($curl));
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status !== 200) {
            throw new RuntimeException("Setor: HTTP $status");
        }
        return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
    }
}
