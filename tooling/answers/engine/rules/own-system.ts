import { anyOf, type Rule } from "../signal.js";

/** What fails beside a payment, and may have failed after it: databases, queues, processes, machines. */
const stopped = anyOf(
  "sqlstate|\\(sql:|sqlexception|\\bdatabase\\b|basis data|(?<!kesalahan )\\bdb\\b|postgres|\\bmysql|mariadb|\\bredis\\b|ioredis|mongo(?:db|network|server|ose)|prisma|sequelize|typeorm|hikari|\\bjdbc|kafka|rabbitmq|amqp",
  "deadlock|too many connections|database (?:is )?(?:locked|down|error|mati|penuh|connection|server)|\\bdb (?:down|mati|error|penuh|connection)|sqlite_|lock wait timeout|ora-\\d{5}",
  ":(?:1433|1521|3306|5432|5672|6379|6432|9092|9200|11211|27017)\\b|:(?:1|14|143|15|152|3|33|330|5|54|543|56|567|6|63|637|64|643|9|90|909|92|920|11|112|1121|2|27|270|2701)$",
  "no space left|enospc|disk full|out of memory|oomkilled|heap limit",
  "sigkill|sigterm|kill -9|exit code 137|\\boom\\b|segmentation fault|mati lampu|mati listrik|listrik (?:padam|mati)",
  "(?:server|service|aplikasi|app|proses|process|worker|pod|container)(?: kami| kita)? (?:mati|restart|crash|terbunuh|exited|killed|ke-?restart|down)",
  "(?:worker|queue|job|cron)(?: worker)? (?:died|killed|stopped|mati)|crashloop|\\bsmtp|sentry\\.io|hooks\\.slack|sendgrid|mailgun|amazonaws|firebase|connect\\(\\) failed|no live upstreams",
);

/** A program of ours that stumbled over what it got. */
const crash = anyOf(
  "cannot read propert|undefined is not|is not a function|is not iterable|nullpointerexception|null pointer|nil pointer",
  "undefined (?:index|variable|array key|offset|property)|array offset on value|member function|keyerror|attributeerror|indexerror",
  "unexpected token (?!['\"`]?<)|unexpected end of (?:json )?input|unexpected non-whitespace|jsondecodeerror|jsonparseexception",
  "jsonexception|unexpected character|syntax error, malformed|cannot unmarshal|malformed json|expecting value: line|invalid json|jsonmappingexception",
  "unhandledpromiserejection|uncaughtexception|unhandled rejection|classcastexception|typeerror: (?!fetch failed|failed to fetch|network ?error|load failed)",
);

const claimed = anyOf(
  "notclaimed|beforesending|claim (?:failed|refused|gagal)|already being paid|sedang dibayar (?:proses|worker)",
);

export const ownSystemRules: readonly Rule[] = [
  { kind: "stopped", tier: "open", pattern: stopped },
  { kind: "crash", tier: "weak", pattern: crash },
  { kind: "claimed", tier: "open", pattern: claimed },
];

/** The complaint of a client about an argument, before anything is sent. */
export const argument =
  /\b(?:typeerror: )?(\w{2,30}): `([\w ]{1,40})` (?:must|is (?:not an (?:argument|option)|empty|missing)|does not)/i;

/** A machine's own address: what refuses there is a service of ours, and nobody knows what stands behind it. */
export const ownAddress = anyOf(
  "\\blocalhost\\b|\\b127\\.0\\.0\\.1(?!:53\\b)\\b|::1\\b|\\b0\\.0\\.0\\.0\\b|host\\.docker\\.internal",
);
