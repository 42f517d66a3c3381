import { anyOf, type Rule } from "../signal.js";

/** What proves that no byte of the request left, as Node, OpenSSL, curl, Python, Java, Go, .NET, Ruby and PHP say it. */
const unsent: readonly RegExp[] = [
  // Names.
  anyOf(
    "\\benotfound\\b|\\beai_again\\b|getaddrinfo(?: \\w{1,20}){0,2}|gaierror",
    "name or service not known|failure in name resolution|nodename nor servname|name does not resolve",
    "could ?n[o']t resolve (?:host|proxy)|no such host|unknownhostexception|nameresolutionerror|failed to resolve '",
    "remote name could not be resolved|err_name_not_resolved|dns_probe_finished|dns lookup failed|resolving timed out",
    "(?:nama )?host tidak ditemukan|dns (?:tidak|gagal|error)",
  ),
  // Connections.
  anyOf(
    "(?<!(?:read|write) )\\be(?:hostunreach|netunreach)\\b(?![\"']?, ?[\"']?syscall[\"']?: ?[\"'](?:read|write))",
    "econnrefused|(?:errno:? ?-?|os error |error:? ?)(?:111|10061)\\b|connection refused|connectionrefused|actively refused|koneksi ditolak",
    "err_connection_refused|no route to host|network is unreachable|host is unreachable|noroutetohost",
    'connect etimedout|etimedout"?, ?"?syscall"?: ?["\']connect|sockettimeoutexception: connect timed out|connecttimeoutexception: connection timed out|connect timed out|timed out\\. \\(connect timeout|connect ?timeout(?: ?error| ?exception)?|und_err_connect_timeout|net::opentimeout',
    "connection timed out after \\d{1,7} ?m(?:illi)?s|ssl connection timeout|connection ?pool ?timeout\\w{0,20}|\\bpooltimeout\\b",
    "after \\d{1,7} ms: (?:timeout was reached|connection timed out)|port \\d{1,5}: connection (?:timed out|refused)",
    "failed to connect to|could ?n[o']t connect to server|failed to establish a new connection|newconnectionerror",
    "unable to connect to|cannot connect to host|:\\d{1,5}: i/o timeout|dial tcp",
  ),
  // Certificates and handshakes.
  anyOf(
    "cert_has_expired|cert_not_yet_valid|cert_untrusted|depth_zero_self_signed_cert|self_signed_cert_in_chain",
    "unable_to_verify_leaf_signature|unable_to_get_issuer_cert(?:_locally)?|err_tls_cert_altname_invalid|err_cert_",
    "certificate (?:has expired|verify failed|signed by unknown authority|is not trusted|problem)|self[- ]signed certificate",
    "unable to verify the first certificate|unable to get (?:local )?issuer certificate|certificate's altnames|\\bx509:",
    "certificate_verify_failed|pkix path building failed|sslcertverificationerror|sslhandshakeexception|(?:remote error: )?(?:tls: )?tls handshake timeout|(?:remote error: )?(?:tls: )?handshake (?:failure|failed)",
    "(?:handshake|ssl|tls) gagal|sertifikat (?:ssl )?(?:kedaluwarsa|kadaluarsa|kadaluwarsa|expired|tidak dipercaya|tidak valid)",
  ),
  // Proxies.
  anyOf(
    "err_proxy_tunnel|unexpected response code for connect|tunneling socket could not be established|(?:(?:curl(?: error)?:? ?\\(?56\\)?:? )?received http code \\d{3} )?from proxy after connect|tunnel connection failed|proxy connect aborted",
  ),
  // Of curl, by number.
  anyOf("curl(?: error)?:? ?\\(?(?:[67]|5(?=\\)?:)|35|51|58|60|77|97)\\)?(?![\\d)])"),
  // The clients themselves.
  anyOf('\\bnotsenterror\\b|"?state"?: ?["\']not-sent|"?sent"?: ?["\']no["\']|\\bnot-sent\\b'),
];

/** What may come after sending. */
const lost: readonly RegExp[] = [
  anyOf(
    "econnreset|connection reset|reset by peer|connectionreset|\\bepipe\\b|broken pipe|brokenpipe|socket hang up|und_err_socket|other side closed",
    "connection aborted|remotedisconnected|remote end closed|server ?disconnected|connection (?:was )?closed|closed connection",
    "unexpected eof|unexpected end of file|\\beof\\b(?! of)|eofexception|premature(?:ly)? (?:eof|close|end)|premature_close|prematurely closed|nohttpresponse",
    "failed to respond|request (?:was )?(?:cancell?ed|aborted)|(?:operation|task) was cancell?ed|context cancell?ed",
  ),
  anyOf(
    "\\beproto\\b|err_ssl_|ssl_error_syscall|wrong version number|curl(?: error)?:? ?\\(?(?:16|18|52|55|56|92)\\)?(?![\\d)])",
    "(?:errno:? ?-?|os error |error:? ?)(?:104|32|10054)\\b|incompletemessage|hpe_invalid|write after end|\\btls: |\\be(?:hostdown|netdown|netreset|notconn|shutdown)\\b|\\bunavailable\\b|err_http2_|err_(?:connection_(?:reset|closed)|empty_response|network_changed)",
    "(?:recv|send) failure|http/?2 stream|goaway|incompleteread|incomplete read|chunkedencodingerror|protocolerror\\b(?!: \\w)",
    "forcibly closed|transport connection|connection-lost|unreadable-answer|empty reply from server|\\b(?:read|write) (?:tcp|udp)\\b",
    // A connection that stood can end so, too.
    "(?<=(?:read|write) )e(?:hostunreach|netunreach)\\b|\\be(?:hostunreach|netunreach)\\b(?=[\"']?, ?[\"']?syscall[\"']?: ?[\"'](?:read|write))",
    '"?sent"?: ?["\']maybe|\\bterminated\\b|readerror\\b|writeerror\\b|remoteprotocolerror',
  ),
];

const slow = anyOf(
  '(?<!connect )\\betimedout\\b(?!"?, ?"?syscall"?: ?["\']connect)|(?:errno:? ?-?|os error |error:? ?)(?:110|10060)\\b|esockettimedout|read ?timed out|read ?timeout|headers_timeout|body_timeout|awaiting headers',
  "operation timed out after|timeout of \\d{1,7} ?ms exceeded|deadline exceeded|\\btimeouterror\\b|timeout exceeded",
  "bytes received|menunggu (?:respons?e?|balasan)|waiting for (?:a |the )?(?:response|reply|answer)",
  "econnaborted|deadline_exceeded|err_(?:connection_)?timed_out|response timeout|reading response header|taskcancell?edexception|write ?timeout|request-timeout",
);

export const transportRules: readonly Rule[] = [
  ...unsent.map((pattern) => ({ kind: "not-sent", tier: "unsent", pattern }) as const),
  ...lost.map((pattern) => ({ kind: "lost", tier: "open", pattern }) as const),
  { kind: "timeout", tier: "open", pattern: slow },
  {
    kind: "lost",
    tier: "weak",
    pattern: anyOf(
      "fetch failed|failed to fetch|network ?error|connection ?error|connection ?exception|connectexception|sslexception",
      "max retries exceeded|noanswererror|\\baborted\\b|aborterror|abort_err|err_canceled|connection failed|api connection",
      "curl(?: error)?:? ?\\(?28\\)?(?!\\d)",
    ),
  },
];

/** A deadline without anything that says where it passed; a setting of one is none. */
export const bareTimeout = anyOf(
  "\\btime[ -]?outs?\\b(?![\"']?(?: ?ms)? ?[:=] ?\\d)|\\btimed[ -]?out\\b|\\brto\\b|request time ?out|sockettimeout",
  "habis waktu|waktu(?:nya)? habis|kehabisan waktu|batas waktu (?:ter)?lewat|melebihi batas waktu",
);

/** Signs that there were attempts before. */
export const earlierAttempts = anyOf(
  "(?:attempt|percobaan|retry|try|coba)(?: ke)?[ -]?#?(?:ke-?)?(?:[2-9]|1\\d)\\b|\\bretr(?:ying|ied)\\b|retries exhausted",
  "(?:during|on|after|saat|pas|ketika|setelah|habis) (?:\\S{1,20} )?retry\\b",
  "\\bke-?[2-9]\\b|after \\d{1,2} (?:retries|attempts)|percobaan (?:kedua|ketiga|terakhir)|(?:second|third|last|final) (?:attempt|try)",
  "(?<!silakan |mohon |harap |silahkan )(?:di)?coba (?:lagi|ulang)|(?:sudah|udah) dicoba|previous(?:ly)? |sebelumnya|(?:sudah|udah|telah|sdh) (?:ter|di)kirim|\\b(?:was|been|request|payment) sent\\b|\\bsent ok\\b|(?:setelah|sesudah|habis|after) (?:di|mem)?(?:bayar|pay|posting|debit|kirim)|attempt \\d{1,2}/",
);
