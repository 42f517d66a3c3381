import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startDeadline } from "./deadline.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("startDeadline", () => {
  it("a deadline cancels when the time is over, and not before", async () => {
    const deadline = startDeadline(1_000, undefined, () => performance.now());
    vi.advanceTimersByTime(999);
    expect(deadline.reason()).toBeUndefined();
    const listener = vi.fn();
    deadline.onCancel(listener);
    const racing = expect(deadline.race(new Promise(() => {}))).rejects.toMatchObject({ name: "timeout" });
    vi.advanceTimersByTime(1);
    expect(deadline.reason()).toBe("timeout");
    expect(listener).toHaveBeenCalledOnce();
    await racing;
  });

  it("a deadline is over by the clock when the process was stopped and no timer has fired yet", () => {
    let now = 5;
    const deadline = startDeadline(1_000, undefined, () => now);
    const listener = vi.fn();
    deadline.onCancel(listener);
    now += 999;
    expect(deadline.reason()).toBeUndefined();
    now += 1;
    expect(deadline.reason()).toBe("timeout");
    expect(listener).toHaveBeenCalledOnce();
  });

  it("a deadline cancels when the caller does", async () => {
    const caller = new AbortController();
    const deadline = startDeadline(1_000, caller.signal, () => performance.now());
    caller.abort(new Error("s3cret"));
    expect(deadline.reason()).toBe("aborted");
    await expect(deadline.race(new Promise(() => {}))).rejects.toThrow(/^aborted$/);
  });

  it("a deadline cancels at once when the caller already has", () => {
    expect(startDeadline(1_000, AbortSignal.abort(), () => performance.now()).reason()).toBe("aborted");
  });

  it("a deadline keeps the first reason", () => {
    const caller = new AbortController();
    const deadline = startDeadline(1_000, caller.signal, () => performance.now());
    vi.advanceTimersByTime(1_000);
    caller.abort();
    expect(deadline.reason()).toBe("timeout");
  });

  it("a deadline lets what comes in time through, and tells nobody who took his listener back", async () => {
    const deadline = startDeadline(1_000, undefined, () => performance.now());
    const listener = vi.fn();
    deadline.onCancel(listener)();
    expect(await deadline.race(Promise.resolve(7))).toBe(7);
    vi.advanceTimersByTime(1_000);
    expect(listener).not.toHaveBeenCalled();
  });

  it("a deadline leaves neither timer nor listener behind", () => {
    const caller = new AbortController();
    const remove = vi.spyOn(caller.signal, "removeEventListener");
    const deadline = startDeadline(1_000, caller.signal, () => performance.now());
    expect(vi.getTimerCount()).toBe(1);
    deadline.clear();
    expect(vi.getTimerCount()).toBe(0);
    expect(remove).toHaveBeenCalledOnce();
    caller.abort();
    expect(deadline.reason()).toBeUndefined();
  });
});
