import type { Fetch } from "@setor/core";
import type { Subject } from "../profile.js";
import { makeClient, requireSuccess } from "./subject.js";

/** A client whose wire answers with these in turn, and whose clocks are moved by hand. */
export function clientAnswering(subject: Subject, options: object, ...answers: (object | string)[]) {
  // The time of the examples, at which a token is at hand.
  let now = new Date("2024-09-25T20:39:48.423Z");
  let monotonicNow = 0;
  let sent = 0;
  const fetch: Fetch = async () => {
    const answer = answers[sent] ?? "";
    sent += 1;
    if (answer instanceof Error) throw answer;
    if (typeof answer === "function") return Response.json(answer());
    return typeof answer === "string" ? new Response(answer) : Response.json(answer);
  };
  const wiring = { fetch, now: () => now, monotonicNow: () => monotonicNow, ...options };
  const client = makeClient(subject, requireSuccess(subject, "money"), wiring);
  return {
    client,
    pass(ms: number): void {
      monotonicNow += ms;
    },
    leap(ms: number): void {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** A request whose answer never came. */
export const lost = new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
