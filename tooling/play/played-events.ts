import type { PlayEvent } from "./engine/events.js";

/** An event in one line, for people who compare. */
export function playedEvents(event: PlayEvent): string {
  const { lane, kind } = event;
  return [lane, kind, ...wordsOf(event)].filter((word) => word !== undefined).join(" ");
}

function wordsOf(event: PlayEvent): (string | number | undefined)[] {
  switch (event.kind) {
    case "lost":
      return [event.how];
    case "answered":
      return [event.status];
    case "booked":
      return [event.operation, event.debit];
    case "returned":
      return [event.outcome.state, event.outcome.code];
    case "called":
    case "sent":
    case "seen":
      return [event.operation];
    default:
      return [];
  }
}
