import type { Playing } from "./app.js";
import { calendarDay, clockTime, fill } from "./format.js";

/** The time in the sandbox, and how it is let pass. */
export function Clock({ data, session }: Playing) {
  const { messages } = data;
  const { clock } = messages;
  const { player } = session;
  const { inAir } = player;
  const now = player.now();
  const pass = (ms: number) => session.take({ do: "advance", ms });
  return (
    <section class="play-clock" aria-label={clock.title}>
      <p class="time">
        <small>
          {clock.now} · {calendarDay(now)}
        </small>
        <output>{clockTime(now)} WIB</output>
      </p>
      <p class="buttons">
        <button type="button" disabled={session.busy} onClick={() => pass(10_000)}>
          {fill(clock.by, { n: 10 })}
        </button>
        <button type="button" disabled={session.busy} onClick={() => pass(600_000)}>
          {fill(clock.minutes, { n: 10 })}
        </button>
        {inAir !== undefined && (
          <button type="button" class="main" disabled={session.busy} onClick={() => pass(inAir.deadline - now)}>
            {clock.deadline}
          </button>
        )}
        <button type="button" disabled={player.steps.length === 0} onClick={() => session.take({ do: "reset" })}>
          {messages.reset}
        </button>
      </p>
      {inAir !== undefined && (
        <p class="flight">
          <label>
            <code>{inAir.operation}</code> {messages.inAir}:{" "}
            {fill(clock.elapsed, {
              elapsed: Math.round((now - inAir.since) / 1_000),
              deadline: Math.round((inAir.deadline - inAir.since) / 1_000),
            })}
            <progress max={inAir.deadline - inAir.since} value={now - inAir.since} />
          </label>
          <small>{clock.waiting}</small>
        </p>
      )}
    </section>
  );
}
