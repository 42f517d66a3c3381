import { anyOf, type Rule } from "../signal.js";

/** Pages, statuses and bodies that no vendor documents. */
export const answerRules: readonly Rule[] = [
  {
    kind: "gateway",
    tier: "open",
    pattern: anyOf(
      "bad ?gateway|service (?:temporarily )?unavailable|gateway time-?out|(?:payload|request entity|content) too large",
      "misdirected request|internal server error|method not allowed|client closed request|web server is down|origin is unreachable|err_bad_response",
      "err_bad_request|undocumented-status|upstream|cloudflare|\\bserver error\\b|request failed with status code",
    ),
  },
  {
    kind: "throttled",
    tier: "open",
    pattern: anyOf(
      "too many (?:requests|attempts)|rate.?limit|throttl|terlalu (?:sering|banyak) (?:cek|request|permintaan|panggilan)",
    ),
  },
  {
    kind: "page",
    tier: "open",
    pattern: anyOf(
      "<!doctype|<html|<head\\b|<body\\b|</(?:html|body|div|title|h1|p)>|<title>|unexpected token ['\"`]?<|invalid character '<'",
      "not-json|csrf token|page (?:has )?expired|whitelabel error page|apache tomcat|just a moment|attention required|under maintenance|sedang (?:dalam )?(?:pemeliharaan|maintenance)",
      "halaman (?:html|error|login|putih)|isi(?:nya)? html|bukan json|html (?:page|response)|captive portal|too-large",
    ),
  },
  {
    kind: "program",
    tier: "open",
    pattern: anyOf(
      "fatal error|parse error:|\\buncaught |<b>warning</b>:|php warning|^warning: [a-z]",
      "maximum execution time|repaired-body|stack trace:|laravel\\.log|whoops, looks like|pdoexception",
    ),
  },
  {
    kind: "empty",
    tier: "open",
    pattern: anyOf(
      '^(?:null|\\{\\}|\\[\\]|""|undefined|none|nil)$|empty-body|(?:body|respons?e?|reply|balasan|jawaban|response body|isi)(?:nya)? (?:is |was )?(?:kosong|empty|blank|null\\b)|(?:empty|blank) (?:body|response|reply)',
      "content-length: ?0\\b|200 (?:ok )?(?:tapi |tetapi |but |dengan |with )?(?:body )?(?:kosong|empty)|tanpa isi|no content|0 bytes? body|kosong (?:melompong|doang|saja)",
    ),
  },
  {
    kind: "redirect",
    tier: "open",
    pattern: anyOf(
      "moved permanently|302 found|temporary redirect|permanent redirect|see other|too many redirects|too_many_redirects|location: ?https?:",
      "\\bredirect(?:ed|s)?\\b(?![\"']?: ?[\"']?(?:manual|follow|error))|dialihkan ke|curl(?: error)?:? ?\\(?47\\)?(?!\\d)",
    ),
  },
  {
    kind: "body",
    tier: "open",
    pattern: anyOf(
      "\\bstate:? unknown\\b|undocumented-body|protocolerror: |unknown response|respons? (?:aneh|tidak dikenal)",
    ),
  },
  {
    kind: "foreign",
    tier: "open",
    pattern: anyOf(
      "correlation-mismatch|(?:invoice|nomor|nop|ntpd)(?:nya)? (?:tidak cocok|beda|berbeda|lain)|milik (?:orang|transaksi|pelanggan) lain|respons?(?:nya)? tertukar",
    ),
  },
];

/** A status of HTTP, where something says that it is one. */
export const statusInText =
  /(?:\bhttp(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?|\brespons?e?|\berror|\berr|\bkode|\bcode|→|->)["']?[ '`:=(#"]{1,4}(30[0-8]|4[0-3]\d|451|499|5[0-3]\d)(?![\d.,])|" (30[0-8]|4[0-3]\d|451|499|5[0-3]\d) |^(30[0-8]|4[0-3]\d|451|499|5[0-3]\d)(?![\d.,])/g;

/** A status of HTTP in the line of a log that tells of a request. */
export const statusInLog =
  /[^ ] (?:[-–→>]{1,2} )?(30[0-8]|4[0-3]\d|451|499|5[0-3]\d)(?: (?!ribu|rb|juta|jt|rupiah|rp)|$)/g;

/** Such a line. */
export const requestInLog = /\b(?:get|post|put) |https?:\/\//;
