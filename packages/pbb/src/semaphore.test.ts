import { afterEach, describe, expect, it, vi } from "vitest";
import { createPbb, type PbbOptions } from "./index.js";

const thn = "2013";
const nops = ["992901000100100010", "992901000100100020", "992901000100100030"] as const;

/** A client whose wire holds every request until the test answers it. */
function heldPbb(options: Partial<PbbOptions> = {}) {
  const held: ((answer: Response | Error) => void)[] = [];
  const sent: string[] = [];
  const pbb = createPbb({
    baseUrl: "http://pbb.test",
    ...options,
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        sent.push(url);
        init.signal?.addEventListener("abort", () => reject(new Error("given up")));
        held.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
  });
  const answer = (index: number, what: Response | Error = new Response("")) => held[index]?.(what);
  return { pbb, sent, answer };
}

/** Lets everything that is ready to run, run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const paidAt = new Date("2017-01-20T10:15:00+07:00");

afterEach(() => {
  vi.useRealTimers();
});

describe("one call at a time", () => {
  it("the semaphore sends the next call, in order, when the one before is answered", async () => {
    const { pbb, sent, answer } = heldPbb();
    const calls = nops.map((nop) => pbb.pay({ nop, thn, paidAt }));
    for (const [index, nop] of nops.entries()) {
      await settled();
      expect(sent).toHaveLength(index + 1);
      expect(sent.at(-1)).toContain(nop);
      answer(index);
    }
    expect(await Promise.all(calls)).toMatchObject(nops.map(() => ({ state: "unknown" })));
    expect(sent).toHaveLength(3);
  });

  it("the semaphore holds for all methods of a client together", async () => {
    const { pbb, sent, answer } = heldPbb();
    const calls = [
      pbb.pay({ nop: nops[0], thn, paidAt }),
      pbb.reverse({ nop: nops[1], thn, ntpd: "2017OA74615WA20051001" }),
      expect(pbb.inquire({ nop: nops[2], thn })).rejects.toThrow("empty-body"),
    ];
    for (const index of calls.keys()) {
      await settled();
      expect(sent).toHaveLength(index + 1);
      answer(index);
    }
    await Promise.all(calls);
  });

  it.each<[string, (held: ReturnType<typeof heldPbb>, controller: AbortController) => void]>([
    ["breaks", ({ answer }) => answer(0, new Error("broken"))],
    ["is given up", (_held, controller) => controller.abort()],
  ])(
    "the semaphore keeps the permit of a call that %s until the service can no longer be working on it",
    async (_how, end) => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
      const held = heldPbb();
      const { pbb, sent, answer } = held;
      const controller = new AbortController();
      const first = pbb.pay({ nop: nops[0], thn, paidAt }, { signal: controller.signal });
      const second = pbb.pay({ nop: nops[1], thn, paidAt }, { timeoutMs: 60_000 });
      await settled();
      vi.advanceTimersByTime(1_000);
      end(held, controller);
      expect(await first).toMatchObject({ state: "unknown" });
      vi.advanceTimersByTime(43_999);
      await settled();
      expect(sent).toHaveLength(1);
      vi.advanceTimersByTime(1);
      await settled();
      expect(sent).toHaveLength(2);
      answer(1);
      await second;
    },
  );

  it("the semaphore never sends a call that is aborted while it waits, and says so at once", async () => {
    const { pbb, sent, answer } = heldPbb();
    const first = pbb.pay({ nop: nops[0], thn, paidAt });
    const controller = new AbortController();
    const second = pbb.pay({ nop: nops[1], thn, paidAt }, { signal: controller.signal });
    const third = pbb.pay({ nop: nops[2], thn, paidAt });
    await settled();
    controller.abort();
    expect(await second).toMatchObject({ state: "not-sent" });
    expect(sent).toHaveLength(1);
    answer(0);
    await first;
    await settled();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toContain(nops[2]);
    answer(1);
    await third;
  });

  it("a call with wrong arguments is refused at once, and leaves the queue as it was", async () => {
    const { pbb, sent, answer } = heldPbb();
    const first = pbb.pay({ nop: nops[0], thn, paidAt });
    await expect(pbb.pay({ nop: "1", thn, paidAt })).rejects.toThrow(TypeError);
    await expect(pbb.inquire({ nop: nops[1], thn }, { signal: AbortSignal.abort() })).rejects.toThrow(/not sent/);
    const second = pbb.pay({ nop: nops[1], thn, paidAt });
    await settled();
    expect(sent).toHaveLength(1);
    answer(0);
    await first;
    await settled();
    expect(sent).toHaveLength(2);
    answer(1);
    await second;
  });

  it("the deadline of a call covers its waiting, and the call is not sent when it is over", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { pbb, sent, answer } = heldPbb();
    const first = pbb.pay({ nop: nops[0], thn, paidAt }, { timeoutMs: 60_000 });
    const second = pbb.pay({ nop: nops[1], thn, paidAt }, { timeoutMs: 1_000 });
    await settled();
    vi.advanceTimersByTime(1_000);
    expect(await second).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
    answer(0);
    await first;
    await settled();
    expect(sent).toHaveLength(1);
  });

  it("the semaphore lets as many calls go as `concurrency` says", async () => {
    const { pbb, sent, answer } = heldPbb({ concurrency: 2 });
    const calls = nops.map((nop) => pbb.pay({ nop, thn, paidAt }));
    await settled();
    expect(sent).toHaveLength(2);
    answer(1);
    await settled();
    expect(sent).toHaveLength(3);
    answer(0);
    answer(2);
    await Promise.all(calls);
  });
});
