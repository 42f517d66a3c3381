import type { Preset } from "@setor-tooling/model/console";
import { property } from "@setor-tooling/model/property";
import type { SeededConsole } from "../pages/console/seeded-console.js";
import { callMethod, makeClient } from "./clients.js";
import { plainPhoto } from "./photo.js";
import { showPicture } from "./picture.js";
import { type Memory, remember, sentInput, shownInput } from "./placeholders.js";
import { createRecorder } from "./recorder.js";
import { createLocalSandbox, SandboxRefusal } from "./sandbox.js";

const form = document.querySelector<HTMLFormElement>("#try");
const seeded: SeededConsole | null = JSON.parse(document.querySelector("#console")?.textContent ?? "null");
if (form !== null && seeded !== null) start(form, seeded);

function start(
  form: HTMLFormElement,
  { factory, options, remembers, presets, actions = [], faults }: SeededConsole,
): void {
  const vendor = form.dataset["vendor"] ?? "";
  const memory: Memory = new Map();
  const recorder = createRecorder();
  const [select, input, fault, port] = ["preset", "input", "fault", "port"].map((name) => fieldOf(form, name));
  if (!select || !input || !fault || !port) return;
  const sandbox = createLocalSandbox(() => port.value);
  const preset = () => presets[Number(select.value)];
  let settle: (() => Promise<unknown>) | undefined;

  const fill = () => {
    input.value = JSON.stringify(shownInput(preset()?.input ?? {}, memory), null, 2);
    offerFaults(fault, faults[preset()?.operation ?? ""] ?? []);
  };

  async function send(): Promise<unknown> {
    const chosen = preset();
    if (chosen === undefined) return undefined;
    await sandbox.readClock();
    if (fault?.value) await sandbox.post("faults", { vendor, operation: chosen.operation, fault: fault.value });
    const client = await clientFor(chosen);
    const argument = await sentInput(JSON.parse(input?.value ?? ""), sandbox.now(), plainPhoto);
    const result = await callMethod(client, chosen.operation, argument).catch((error: unknown) => error);
    // A fault is applied once.
    if (fault) fault.value = "";
    remember(memory, result, remembers);
    offer(client, result);
    show("request", [recorder.last.request, ...signedText(client, chosen, argument)].join("\n\n"));
    show("answer", recorder.last.answer);
    return result;
  }

  function clientFor(chosen: Preset): Promise<object> {
    const { now } = sandbox;
    const baseUrl = `${sandbox.origin()}/${vendor}`;
    // What is over is over by the sandbox's clock, which can be pushed forward.
    const wiring = { baseUrl, fetch: recorder.fetch, now, monotonicNow: () => now().getTime() };
    return makeClient(form.dataset["client"] ?? "", factory, { ...options, ...chosen.options, ...wiring });
  }

  /** What can be done with the result next. An open one is settled by the client that knows since when it is open. */
  function offer(client: object, result: unknown): void {
    const attempt = property(result, "attempt");
    settle = property(result, "settlement") === "call" ? () => settleOnce(client, attempt) : undefined;
    showButton("settle", settle !== undefined);
    for (const [index, { body }] of actions.entries()) showButton(`action-${index}`, isKnown(body));
    void showPicture(form.dataset["picture"], result, sandbox.now);
  }

  /** Whether everything that a body takes has been given. */
  function isKnown(body: Readonly<Record<string, unknown>>): boolean {
    return !Object.values(shownInput(body, memory)).some((value) => String(value).startsWith("$"));
  }

  async function settleOnce(client: object, attempt: unknown): Promise<unknown> {
    const result = await callMethod(client, "settle", attempt);
    offer(client, result);
    show("request", recorder.last.request);
    show("answer", recorder.last.answer);
    return result;
  }

  const controls: Readonly<Record<string, () => Promise<unknown>>> = {
    advance: () => sandbox.post("advance", { ms: 600_000 }),
    reset: () => sandbox.post("reset", {}),
    ...Object.fromEntries(
      actions.map(({ path, body }, index) => [`action-${index}`, () => sandbox.post(path, shownInput(body, memory))]),
    ),
    async settle() {
      await sandbox.readClock();
      return settle?.();
    },
  };
  for (const [name, action] of Object.entries(controls)) {
    form.querySelector(`[data-control=${name}]`)?.addEventListener("click", () => void report(form, action));
  }
  select.addEventListener("change", fill);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void report(form, send);
  });
  fill();
}

/** Shows what comes of it, or why nothing does. */
async function report(form: HTMLFormElement, work: () => Promise<unknown>): Promise<void> {
  const note = form.querySelector<HTMLOutputElement>("#note");
  if (note === null) return;
  try {
    note.textContent = "";
    show("result", await work());
  } catch (error) {
    note.textContent = explain(error, note.dataset["unreachable"]);
  }
}

function explain(error: unknown, unreachable = ""): string {
  if (error instanceof SandboxRefusal) return error.message;
  return error instanceof SyntaxError ? String(error) : `${unreachable} ${String(error)}`;
}

/** Replaces the faults that can be chosen; the chosen one stays while it fits. */
function offerFaults(select: ReturnType<typeof fieldOf>, fitting: readonly string[]): void {
  if (!(select instanceof HTMLSelectElement)) return;
  const chosen = fitting.includes(select.value) ? select.value : "";
  const [none] = select.options;
  select.replaceChildren(...(none ? [none] : []), ...fitting.map((name) => new Option(name)));
  select.value = chosen;
}

/** What the vendor is asked to sign, with the token masked, where its client can say that. */
function signedText(client: object, { operation }: Preset, argument: object): string[] {
  if (!("explainSignature" in client) || typeof client.explainSignature !== "function") return [];
  if (operation === "issueToken") return [];
  const stringToSign = property(Reflect.apply(client.explainSignature, client, [argument]), "stringToSign");
  return [`X-Signature = base64(HMAC-SHA256(clientSecret, string))\nstring = ${stringToSign}`];
}

function fieldOf(form: HTMLFormElement, name: string) {
  return form.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name=${name}]`);
}

function showButton(name: string, shown: boolean): void {
  const button = document.querySelector<HTMLButtonElement>(`[data-control=${name}]`);
  if (button) button.hidden = !shown;
}

function show(id: string, value: unknown): void {
  const place = document.querySelector(`#${id}`);
  if (place === null) return;
  const shown = value instanceof Error ? { ...value, name: value.name, message: value.message } : value;
  place.textContent = typeof shown === "string" ? shown : JSON.stringify(shown, null, 2);
}
