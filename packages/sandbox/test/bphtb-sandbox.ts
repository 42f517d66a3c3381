import { type BphtbOptions, createBphtb } from "@setor/bphtb";
import { createSandbox, type SandboxOptions } from "../src/sandbox.js";
import { watchExchanges } from "./watch-exchanges.js";

const watched = await watchExchanges("bphtb");

export const { watching, watchingAnswers } = watched;

/** What was noted; forgets it. */
export const takeProblems = (): string[] => watched.problems.splice(0);

const startedAt = new Date("2024-09-26T19:24:04.629Z");
export const ntpd = "1209411011001249943";
export const payment = {
  ntpd,
  amount: "196000000",
  payment_method: "Teller",
  bank_perseption: "BNKMANDIRI",
  refference_number: "20240926001",
  channel_reffrence: "Teller",
  payment_date: new Date("2024-09-26T06:02:51.000Z"),
  description: "",
};

/** A sandbox whose time stands still, and clients of it on the same clock. */
export function startBphtb(seed?: NonNullable<SandboxOptions["seed"]>) {
  const sandbox = createSandbox({ now: () => startedAt, ...(seed && { seed }) });
  const client = (options: Partial<BphtbOptions> = {}) =>
    createBphtb({
      clientId: "your_client_id",
      clientSecret: "S3cr3t",
      baseUrl: sandbox.baseUrl("bphtb"),
      fetch: watching(sandbox.fetch),
      now: sandbox.now,

      ...options,
    });
  const operations = () => sandbox.journal.entries.map(({ operation, status }) => `${operation} ${status}`);
  return { sandbox, client, operations };
}
