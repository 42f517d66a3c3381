import type { Misleading, Reply } from "./exchange.js";
import type { FaultName } from "./faults.js";

type Decided = NonNullable<Misleading["decidedBy"]>;

/** What a reply becomes under the faults that make it say what is not so. */
export function mislead(reply: Reply, fault: FaultName | undefined, { decidedBy = [], contradict }: Misleading): Reply {
  const { body } = reply;
  if (!isJson(body)) return fault === "narrated-body" ? narrate(reply, String(body)) : reply;
  switch (fault) {
    case "narrated-body":
      return narrate(reply, JSON.stringify(body));
    case "duplicate-key":
      return {
        ...reply,
        body: repeatKey(body, decidedBy),
        headers: { "Content-Type": "application/json", ...reply.headers },
      };
    case "contradiction":
      return { ...reply, ...contradict?.(body) };
    default:
      return reply;
  }
}

/** The log of a server that failed, where an answer should be. */
function narrate(reply: Reply, told: string): Reply {
  return { ...reply, status: 200, body: `ROLLBACK: transaction failed, would have answered ${told}\n`, headers: {} };
}

function isJson(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null;
}

/** JSON in which the deciding key stands twice; the value that is so comes last, as most parsers would have it. */
function repeatKey(body: object, decidedBy: Decided): string {
  const text = JSON.stringify(body);
  for (const { path, values } of decidedBy) {
    const value = path.reduce<unknown>((inner, name) => (isJson(inner) ? inner[name] : undefined), body);
    if (value === undefined) continue;
    const member = (its: unknown) => `${JSON.stringify(path.at(-1))}:${JSON.stringify(its)}`;
    const other = values.find((candidate) => candidate !== value);
    return text.replace(member(value), () => `${member(other)},${member(value)}`);
  }
  return text.replace(/^\{("[^"]+":)/, "{$1null,$1");
}

/** Another number that looks like this one: its last digit is the next. */
export function anotherNumber(number: string): string {
  return number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}
