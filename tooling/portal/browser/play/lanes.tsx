import type { PlayEvent } from "@setor-tooling/play/engine/index";
import { useEffect, useRef } from "preact/hooks";
import type { Playing } from "./app.js";
import { Card } from "./cards.js";
import { clockTime, rupiah } from "./format.js";

/** What happened: in the reader's own program, on the wire, and in the vendor's books. */
export function Lanes({ data, session }: Playing) {
  const { lanes, empty, balance } = data.messages;
  const { events, steps } = session.player;
  const last = useRef<HTMLLIElement>(null);
  const shown = useRef(0);
  useEffect(() => {
    const grown = events.length > shown.current && shown.current > 0;
    shown.current = events.length;
    if (grown) last.current?.scrollIntoView({ block: "nearest" });
  }, [events.length]);
  const begin = events.findLastIndex(({ kind }) => kind === "reset") + 1;
  const debits = events.slice(begin).map((event) => (event.kind === "booked" ? event.debit : 0));
  return (
    <section class="play-lanes" aria-label={`${lanes.app}, ${lanes.wire}, ${lanes.books}`}>
      <p class="heads" aria-hidden="true">
        <span>{lanes.app}</span>
        <span>{lanes.wire}</span>
        <span>{lanes.books}</span>
      </p>
      {events.length === 0 && <p class="empty">{empty}</p>}
      <ol>
        {events.map((event, index) => (
          <li
            key={index}
            ref={index === events.length - 1 ? last : null}
            class={`${event.lane} ${toneOf(event)}`}
            data-kind={event.kind}
          >
            {event.lane !== "time" && <span class="lane">{lanes[event.lane]}</span>}
            <Card data={data} session={session} event={event} />
            {(index === 0 || events[index - 1]?.at !== event.at) && <time>{clockTime(event.at)}</time>}
          </li>
        ))}
      </ol>
      {steps.length > 0 && (
        <p class="balance">
          {balance}:{" "}
          <strong>
            {rupiah(
              debits.reduce((sum, debit) => sum + debit, 0),
              data,
            )}
          </strong>
        </p>
      )}
    </section>
  );
}

/** How an event feels. */
export function toneOf(event: PlayEvent): string {
  switch (event.kind) {
    case "lost":
      return "bad";
    case "booked":
      return event.debit > 0 ? "money" : "";
    case "returned":
      return toneOfState(event.outcome.state ?? (event.outcome.ok === true ? "ok" : "error"));
    default:
      return "";
  }
}

function toneOfState(state: string): string {
  if (state === "unknown" || state === "pending") return "open";
  return state === "refused" || state === "error" ? "bad" : "good";
}
