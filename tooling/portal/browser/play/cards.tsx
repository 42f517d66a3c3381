import type { PlayEvent } from "@setor-tooling/play/engine/index";
import type { PlayMessages } from "../../layout/messages/play.js";
import type { Playing } from "./app.js";
import { fill, rupiah, span } from "./format.js";
import { SignedText } from "./signed-text.js";

type CardProps = Playing & { readonly event: PlayEvent };

/** One thing that happened. */
export function Card(props: CardProps) {
  const { data, event } = props;
  const { events: words } = data.messages;
  switch (event.kind) {
    case "called":
      return (
        <>
          <Head text={words.called} name={event.operation} />
          {event.fault !== undefined && (
            <p class="fault">
              <code>{event.fault}</code> {data.messages.faults[event.fault]}
            </p>
          )}
          {event.input !== "{}" && <Raw title={words.input} text={event.input} />}
        </>
      );
    case "sent":
      return (
        <>
          <Head text={words.sent} name={event.operation} arrow="→" />
          <p class="line">{firstLine(event.text)}</p>
          <Raw title={words.raw} text={event.text} />
          {event.signed !== undefined && <SignedText data={data} signed={event.signed} />}
        </>
      );
    case "answered":
      return (
        <>
          <Head text={words.answered} name={event.operation} arrow="←" />
          <p class="line">{firstLine(event.text)}</p>
          <Raw title={words.raw} text={event.text} />
        </>
      );
    case "lost":
      return <Head text={words[event.how]} name={event.operation} arrow="✗" />;
    case "returned":
      return <Returned {...props} event={event} />;
    case "booked":
    case "seen":
      return <Booked {...props} event={event} />;
    default:
      return <Divider {...props} event={event} />;
  }
}

function Head({ text, name, arrow }: { readonly text: string; readonly name: string; readonly arrow?: string }) {
  return (
    <p class="head">
      {arrow !== undefined && <span aria-hidden="true">{arrow} </span>}
      {text} <code>{name}</code>
    </p>
  );
}

function Raw({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre class="wrapped">{text}</pre>
    </details>
  );
}

function Returned({ data, event }: CardProps & { readonly event: Extract<PlayEvent, { kind: "returned" }> }) {
  const { messages } = data;
  const { outcome } = event;
  const state = outcome.state ?? (outcome.ok === true ? "ok" : "error");
  const details = [outcome.reason, outcome.code, outcome.says].filter((word) => word !== undefined);
  return (
    <>
      <Head text={messages.events.returned} name={event.operation} />
      <p class="state">
        <span class="badge" data-state={state}>
          {stateWord(messages, state)}
        </span>{" "}
        {details.map((word) => (
          <code>{word} </code>
        ))}
      </p>
      {outcome.message !== undefined && outcome.code === undefined && <p class="line">{outcome.message}</p>}
      {outcome.settlement === "manual" && <small>{messages.byHand}</small>}
      <Raw title={messages.events.result} text={event.text} />
    </>
  );
}

function stateWord({ states }: PlayMessages, state: string): string {
  const words: Readonly<Record<string, string>> = states;
  return words[state] ?? state;
}

function Booked(props: CardProps & { readonly event: Extract<PlayEvent, { kind: "booked" | "seen" }> }) {
  const { data, event } = props;
  const { events: words } = data.messages;
  if (event.kind === "seen") {
    return (
      <>
        <Head text={words.seen} name={event.operation} />
        {event.diagnosis !== undefined && <p class="line">{event.diagnosis}</p>}
      </>
    );
  }
  const moved = event.debit === 0 ? words.noMoney : event.debit > 0 ? words.out : words.back;
  return (
    <>
      <p class="head">
        {moved} {event.debit !== 0 && <strong>{rupiah(Math.abs(event.debit), data)}</strong>}
      </p>
      <p class="line">
        <code>{event.what}</code> {event.subject}
      </p>
    </>
  );
}

/** What is in no lane: time, others, and what could not be done. */
function Divider({ data, event }: CardProps) {
  const { messages, vendor, language } = data;
  const { events: words } = messages;
  switch (event.kind) {
    case "passed":
      return <p>{fill(words.passed, { time: span(event.ms, data) })}</p>;
    case "acted":
      return (
        <>
          <p>{vendor.actions?.[event.action]?.label[language]}</p>
          <Raw title={words.raw} text={event.text} />
        </>
      );
    case "reset":
      return <p>{words.reset}</p>;
    case "skipped":
      return <p>{words.skipped[event.why]}</p>;
    default:
      return null;
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
