import { property } from "@setor-tooling/model/property";
import { statusIn } from "./engine/outcome.js";
import type { Player, Returned } from "./engine/player.js";
import { literal, literalName, pathTo, variableOf } from "./literals.js";
import { type Input, isReference, type Reference, type Run, type Step } from "./run.js";
import type { PlayVendor } from "./vendor.js";

/** A run and what came of it. */
export interface Played {
  readonly run: Pick<Run, "start" | "seed">;
  readonly vendor: PlayVendor;
  readonly player: Pick<Player, "steps" | "events" | "returned">;
}

/** A test in Vitest that does what the run did, and expects what came of it. */
export function writeTest(played: Played): string {
  const { vendor, player } = played;
  const begin = player.steps.findLastIndex((step) => step.do === "reset") + 1;
  const body = new Body(played);
  for (const [index, step] of player.steps.entries()) if (index >= begin) body.take(step, index);
  body.expectDebits(begin);
  const lines = body.lines.map((line) => (line === "" ? "" : `  ${line}`));
  return [
    `import { ${vendor.factory} } from "${vendor.packageName}";`,
    `import { createSandbox${played.run.seed === undefined ? "" : ", seeds"} } from "@setor/sandbox";`,
    `import { ${body.passes ? "afterEach, " : ""}expect, it${body.passes ? ", vi" : ""} } from "vitest";`,
    "",
    ...(body.passes ? ["afterEach(() => {", "  vi.useRealTimers();", "});", ""] : []),
    `it(${JSON.stringify(nameOf(played))}, async () => {`,
    ...(body.passes ? ['  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });'] : []),
    ...begunLines(played, body).map((line) => (line === "" ? "" : `  ${line}`)),
    "",
    ...lines,
    "});",
    "",
  ].join("\n");
}

/** The last call and what came of it. */
function nameOf({ vendor, player }: Played): string {
  const ended = player.events.flatMap((event) => (event.kind === "returned" ? [event] : []));
  const faults = player.events.flatMap((event) => (event.kind === "called" && event.fault ? [event.fault] : []));
  const states = ended.map(({ operation, outcome }) => `${operation} ${wordOf(outcome)}`);
  const under = faults.length === 0 ? "" : `, under ${faults.join(" and ")}`;
  return `${vendor.id}: ${states.join(", ") || "nothing"}${under}`;
}

function wordOf({ state, ok, code, reason }: Returned["outcome"]): string {
  return state ?? (ok === true ? "ok" : (reason ?? code ?? "fails"));
}

function begunLines({ run, vendor }: Played, body: Body): string[] {
  const start = `now: () => new Date(${JSON.stringify(new Date(run.start).toISOString())})`;
  const own = `seeds${memberOf(vendor.id)}`;
  const seed = run.seed && `seed: { ${literalName(vendor.id)}: { ...${own}, ...${literal(run.seed)} } }`;
  return [
    `const sandbox = createSandbox({ ${[start, seed].filter((part) => part !== undefined).join(", ")} });`,
    "const wiring = {",
    `  baseUrl: sandbox.baseUrl(${JSON.stringify(vendor.id)}),`,
    "  fetch: sandbox.fetch,",
    "  now: sandbox.now,",
    "  monotonicNow: () => sandbox.now().getTime(),",
    "};",
    ...body.clients.map(({ name, options }) => `const ${name} = ${vendor.factory}({ ${options}...wiring });`),
    ...(body.photo ? ["const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);"] : []),
    ...(body.passes ? passLines : []),
  ];
}

/** Time passes for the sandbox and for the deadlines of the client, second by second. */
const passLines = [
  "",
  "async function pass(ms: number): Promise<void> {",
  "  for (let left = ms; left > 0; left -= 1_000) {",
  "    await calm();",
  "    sandbox.advance(Math.min(left, 1_000));",
  "    await vi.advanceTimersByTimeAsync(Math.min(left, 1_000));",
  "  }",
  "  await calm();",
  "}",
  "",
  "/** Whatever needs no time to pass is done. */",
  "async function calm(): Promise<void> {",
  "  for (let turns = 0; turns < 20; turns += 1) {",
  "    await new Promise((resolve) => setImmediate(resolve));",
  "    await sandbox.idle();",
  "  }",
  "}",
];

function memberOf(name: string): string {
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The lines of the test, step by step. */
class Body {
  readonly lines: string[] = [];
  readonly clients: { readonly name: string; readonly options: string }[] = [];
  photo = false;
  passes = false;
  readonly #played: Played;
  readonly #narrowed = new Set<string>();
  /** Calls that wait for the time to pass, by the step that they return in. */
  readonly #waiting = new Map<number, number[]>();

  constructor(played: Played) {
    this.#played = played;
  }

  take(step: Step, index: number): void {
    const { events } = this.#played.player;
    const skipped = events.some((event) => event.kind === "skipped" && event.step === index);
    if (!skipped) this.#write(step, index);
    for (const of of this.#waiting.get(index) ?? []) this.#expectLater(of);
  }

  expectDebits(begin: number): void {
    const { events } = this.#played.player;
    const debits = events.flatMap((event) =>
      event.kind === "booked" && event.debit !== 0 && event.step >= begin ? [event.debit] : [],
    );
    this.lines.push(`expect(sandbox.journal.debits().map(({ amount }) => amount)).toEqual(${literal(debits)});`);
  }

  #write(step: Step, index: number): void {
    const { vendor } = this.#played;
    switch (step.do) {
      case "call": {
        const argument = this.#argument(step.input);
        const { fault, operation } = step;
        if (fault !== undefined)
          this.lines.push(`sandbox.faults.add(${literal({ vendor: vendor.id, operation, fault })});`);
        this.#call(index, `${this.#client(step.options)}.${operation}(${argument})`);
        return;
      }
      case "settle": {
        const origin = this.#played.player.steps[step.of];
        const client = this.#client(origin?.do === "call" ? origin.options : undefined);
        this.#narrow(step.of);
        this.#call(index, `${client}.settle(${this.#nameOf(step.of)}.attempt)`);
        return;
      }
      case "advance":
        this.passes = true;
        this.lines.push(`await pass(${literal(step.ms)});`);
        return;
      case "act": {
        const action = vendor.actions?.[step.action];
        const values = Object.values(action?.body ?? {}).map((value) =>
          typeof value === "string" && value.startsWith("$")
            ? this.#reference({ $: value.slice(1), of: step.of })
            : literal(value),
        );
        const names = Object.keys(action?.body ?? {});
        const more = values.slice(1).map((value, place) => `${names[place + 1]}: ${value}`);
        const given = more.length === 0 ? values : [values[0], `{ ${more.join(", ")} }`];
        this.lines.push(`sandbox.${(action?.path ?? "").replaceAll("/", ".")}(${given.join(", ")});`);
        return;
      }
      case "reset":
        return;
    }
  }

  /** A call that returns at once is waited for; another is, once the time has passed. */
  #call(index: number, expression: string): void {
    const returned = this.#played.player.returned.get(index);
    const event = this.#played.player.events.find((each) => each.kind === "returned" && each.of === index);
    const name = this.#nameOf(index);
    if (event?.step === index && returned !== undefined) {
      if (returned.thrown)
        this.lines.push(`await expect(${expression}).rejects.toMatchObject(${expectation(returned)});`);
      else
        this.lines.push(
          `const ${name} = await ${expression};`,
          `expect(${name}).toMatchObject(${expectation(returned)});`,
        );
      return;
    }
    const waited = `waiting${index + 1}`;
    this.lines.push(`const ${waited} = ${expression};`);
    if (returned?.thrown) this.lines.push(`${waited}.catch(() => {});`);
    if (event !== undefined) this.#waiting.set(event.step, [...(this.#waiting.get(event.step) ?? []), index]);
  }

  #expectLater(index: number): void {
    const returned = this.#played.player.returned.get(index);
    if (returned === undefined) return;
    const waited = `waiting${index + 1}`;
    const name = this.#nameOf(index);
    if (returned.thrown) this.lines.push(`await expect(${waited}).rejects.toMatchObject(${expectation(returned)});`);
    else
      this.lines.push(`const ${name} = await ${waited};`, `expect(${name}).toMatchObject(${expectation(returned)});`);
  }

  #client(options: Readonly<Record<string, string>> = {}): string {
    const { vendor } = this.#played;
    const all = { ...vendor.options, ...options };
    const written = Object.entries(all)
      .map(([name, value]) => `${name}: ${literal(value)}, `)
      .join("");
    const known = this.clients.find((client) => client.options === written);
    if (known !== undefined) return known.name;
    const plain = variableOf(vendor.id);
    const name = this.clients.length === 0 ? plain : `${plain}${this.clients.length + 1}`;
    this.clients.push({ name, options: written });
    return name;
  }

  #argument(input: Input): string {
    if (isReference(input)) return this.#reference(input);
    const fields = Object.entries(input).map(
      ([name, value]) => `${literalName(name)}: ${isReference(value) ? this.#reference(value) : literal(value)}`,
    );
    return fields.length === 0 ? "" : `{ ${fields.join(", ")} }`;
  }

  #reference({ $: name, of }: Reference): string {
    if (name === "now") return "sandbox.now()";
    if (name === "photo") {
      this.photo = true;
      return "photo";
    }
    if (of === undefined) return "undefined";
    this.#narrow(of);
    return `${this.#nameOf(of)}${pathTo(this.#played.player.returned.get(of)?.result, name)}`;
  }

  /** What is taken of a result is there only where it came to what it came to. */
  #narrow(of: number): void {
    const name = this.#nameOf(of);
    const outcome = this.#played.player.returned.get(of)?.outcome;
    if (outcome === undefined || this.#narrowed.has(name)) return;
    this.#narrowed.add(name);
    if (outcome.state !== undefined) {
      this.lines.push(`if (${name}.state !== ${literal(outcome.state)}) throw new Error(${name}.state);`);
    } else if (outcome.ok === true) this.lines.push(`if (!${name}.ok) throw new Error(${name}.message);`);
  }

  /** The variable of a step's result. */
  #nameOf(index: number): string {
    const step = this.#played.player.steps[index];
    return `${step?.do === "call" ? step.operation : "settled"}${index + 1}`;
  }
}

function expectation({ outcome, thrown, result }: Returned): string {
  const { state, ok, reason, code, sent, message } = outcome;
  if (thrown) return literal(code === undefined ? { message } : { code, sent });
  const says = ok === true ? statusIn(property(result, "data")) : undefined;
  const error = code !== undefined && sent !== undefined && { error: { code } };
  return literal({
    ...(state !== undefined && { state }),
    ...(ok !== undefined && { ok }),
    ...(reason !== undefined && { reason }),
    ...(says !== undefined && { data: { [says.name]: says.value } }),
    ...error,
  });
}
