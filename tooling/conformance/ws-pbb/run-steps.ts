/** One thing that happens: a request, or time that passes. */
export type Step =
  /** `{ntpd1}` in a path stands for the NTPD of the first receipt, encoded. */
  | { readonly method: "GET" | "HEAD" | "POST"; readonly path: string; readonly headers?: Record<string, string> }
  | { readonly advance: number };

/** A service that can be asked, in whose database can be looked. */
export interface Target {
  request(method: string, path: string, headers: Record<string, string>): Promise<Response>;
  advance(ms: number): void;
  /** The payments that are recorded: NOP, year and rupiah, sorted. */
  payments(): string[];
}

export const get = (path: string) => ({ method: "GET", path }) as const;

/** An answer, and what it left behind. */
export interface Outcome {
  readonly status: number;
  /** What is in the body; of a page nothing, because each server has its own. */
  readonly body: unknown;
  /** What is recorded afterwards. */
  readonly payments: string[];
}

/** Runs the steps and gives an outcome for each request. */
export async function runSteps(steps: readonly Step[], target: Target): Promise<Outcome[]> {
  const ntpds: string[] = [];
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if ("advance" in step) {
      target.advance(step.advance);
      continue;
    }
    const path = step.path.replace(/\{ntpd(\d+)\}/g, (_, number) =>
      encodeURIComponent(ntpds[Number(number) - 1] ?? "2017NONE"),
    );
    const response = await target.request(step.method, path, step.headers ?? {});
    const { status } = response;
    const text = await response.text();
    const body = status === 200 ? readBody(text, ntpds) : "an error page";
    outcomes.push({ status, body, payments: target.payments() });
  }
  return outcomes;
}

function readBody(text: string, ntpds: string[]): unknown {
  if (text === "") return "nothing";
  if (!text.startsWith("{")) return "a page";
  return JSON.parse(text, (key, value) => {
    if (key === "ntpd" && typeof value === "string" && !ntpds.includes(value)) ntpds.push(value);
    return value;
  });
}
