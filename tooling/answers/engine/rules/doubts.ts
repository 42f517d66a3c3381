import { anyOf } from "../signal.js";

/**
 * What takes the proof away that nothing was sent: the text tells of more than the one hop that failed. The name is the
 * kind that is answered then.
 */
export const doubts: readonly (readonly [string, RegExp])[] = [
  [
    "retried",
    anyOf(
      // Counters of queues and clients.
      "attempts?[\"']?\\s?[:=]\\s?(?:[2-9]|1\\d)|attempts_?made|retry_?count[\"']?\\s?[:=]\\s?[1-9]|\\btries[\"']?\\s?[:=]\\s?[2-9]|attempted too many times",
      "\\(?x[2-9]\\)|\\b[2-9] ?(?:kali|times)\\b|retry\\(|retryable|-retry\\b|retry otomatis|\\bdobel\\b",
      // One thing after another.
      "\\b(?:lalu|terus|kemudian|trus|then)\\b|\\b(?:klik|bayar) lagi\\b|\\b(?:sudah|udah|td|tadi) (?:klik|bayar|kirim)|\\btadi\\b|\\bbarusan\\b|\\bpertama\\b|\\bkedua\\b|\\b1st\\b|\\b2nd\\b",
      "\\bloading\\b|\\blemot\\b",
      // The contrary, and what is not known.
      "\\b(?:bukan|belum|not|wasn't) (?:not-sent|enotfound|econnrefused)|\\bunknown\\b(?! ?(?:host|authority|ca\\b|issuer|error|service))|went through",
    ),
  ],
  [
    "says-paid",
    anyOf(
      "\\b(?:struk|resi|bukti bayar|ntpd|receipt)\\b|ada debit|ada transaksi|\\b(?:sudah|udah) masuk\\b|dashboard|\\bmutasi\\b",
    ),
  ],
  [
    "stopped",
    anyOf(
      // What a payment passes by, and hosts without a domain, as in containers.
      "\\bs3\\b|\\bmail\\b|\\bemail\\b|\\bsentry\\b|\\bminio\\b|\\brabbit|\\botel\\b|\\bexporter\\b|ledger|\\bsimpan\\b|updatepayment",
      "(?:enotfound|eai_again) [a-z][a-z0-9_-]{1,40}(?![\\w.-])(?! \\w{1,20}\\.)|econnrefused [a-z][a-z0-9_-]{1,40}:\\d",
      "econnrefused (?:10|172|192)\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}:(?!443\\b|80\\b)\\d",
    ),
  ],
  ["says-failed", anyOf("\\bsettle\\b|settle\\(")],
  [
    "body",
    anyOf(
      // A vendor that answered has the request; what it could not reach is its own.
      "\\b(?:respon|respons|response|balas|balasan|bilang|jawab|reply|replied|says|katanya)\\b",
      "[\"'](?:success|result)[\"']\\s?:|[\"'](?:code|status|statuscode|rc|kode)[\"']\\s?:\\s?[\"']?\\d|<(?:code|message|response)>|\\bhttp(?:/1\\.1)? 200\\b",
      "\\bbiller\\b|\\bbank\\.|oleh samsat|ditolak bank|\\bsimpatda\\b",
      // A status by itself.
      "(?<![\\d.:])(?:200|50[0-4])(?![\\d.:])",
    ),
  ],
];

/** Two times on two lines are two events. */
export const times = /\b\d{1,2}:\d{2}:\d{2}\b/g;
