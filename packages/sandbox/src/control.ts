import { type ActionBody, BadRequest, numberIn, readActionBody, textIn } from "./action-body.js";
import type { RawRequest, Reply } from "./exchange.js";
import { type FaultRule, type Faults, faultNames } from "./faults.js";
import type { Journal } from "./journal.js";
import type { RunningVendors } from "./running-vendor.js";

type Action = (body: ActionBody) => Reply | Promise<Reply>;

/** What a tester may do with every sandbox, in this process or over HTTP. */
export interface Controls {
  /** The time in the sandbox. */
  now(): Date;
  /** Moves the time forward, in milliseconds. */
  advance(ms: number): void;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Back to the seed and to the time as it is; forgets faults and journal. */
  reset(): void;
}

/** The sandbox's own path beside those of the vendors: what a test does in this process, over HTTP. */
export function createControl(sandbox: Controls, vendors: RunningVendors): (request: RawRequest) => Promise<Reply> {
  const actions: Readonly<Record<string, Action>> = { ...genericActions(sandbox), ...vendorActions(vendors) };
  return async ({ method, path, bytes, headers }) => {
    const action = actions[`${method} ${path}`];
    if (action === undefined) return { status: 404, body: { message: `There is ${Object.keys(actions).join(", ")}.` } };
    // Whatever else a page can send without asking first.
    if (bytes.length > 0 && !/^application\/json *(;|$)/i.test(headers.get("content-type") ?? "")) {
      return { status: 415, body: { message: "A body must have the Content-Type application/json." } };
    }
    try {
      return await action(readActionBody(bytes));
    } catch (error) {
      if (!(error instanceof BadRequest || error instanceof TypeError)) throw error;
      return { status: 400, body: { message: error.message } };
    }
  };
}

function genericActions(sandbox: Controls): Record<string, Action> {
  return {
    "GET /journal": () =>
      done({
        now: sandbox.now(),
        entries: sandbox.journal.entries,
        dropped: sandbox.journal.dropped,
        debits: sandbox.journal.debits(),
      }),
    "POST /advance": (body) => {
      sandbox.advance(numberIn(body, "ms"));
      return done({ now: sandbox.now() });
    },
    "POST /faults": (body) => {
      sandbox.faults.add(ruleIn(body));
      return done({ added: body });
    },
    "DELETE /faults": () => {
      sandbox.faults.clear();
      return done({ cleared: true });
    },
    "POST /reset": () => {
      sandbox.reset();
      return done({ reset: true });
    },
  };
}

/** What the vendors bring along, each under its id. */
function vendorActions(vendors: RunningVendors): Record<string, Action> {
  const found = [...vendors].flatMap(([id, { actions }]) =>
    Object.entries(actions?.http ?? {}).map(([name, act]): [string, Action] => [
      `POST /${id}/${name}`,
      async (body) => done(await act(body)),
    ]),
  );
  return Object.fromEntries(found);
}

function done(body: object): Reply {
  return { status: 200, body };
}

function ruleIn(body: ActionBody): FaultRule {
  const fault = faultNames.find((name) => name === body["fault"]);
  if (fault === undefined) throw new BadRequest(`\`fault\` must be one of ${faultNames.join(", ")}.`);
  const numbers = ["times", "skip", "seconds"]
    .filter((name) => name in body)
    .map((name) => [name, numberIn(body, name)]);
  return {
    vendor: textIn(body, "vendor"),
    operation: textIn(body, "operation"),
    fault,
    ...Object.fromEntries(numbers),
  };
}
