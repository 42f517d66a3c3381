import type { Catalogue } from "../catalogue/catalogue.js";
import type { Reference } from "./references.js";

/** What the vendor's support has to know, and nothing else of the pasted text. */
export interface Ticket {
  readonly support?: string;
  readonly time?: string;
  readonly call?: string;
  readonly references: readonly Reference[];
  /** What came, in our own words. */
  readonly received: string;
  /** Whether it is open where the money is. */
  readonly open: boolean;
}

/** A ticket as text, in the language of the catalogue. */
export function writeTicket(ticket: Ticket, { ticket: words }: Catalogue): string {
  const say = (line: string, value: string) => (words[line] ?? "").replace(/\{\w+\}/, () => value);
  const numbers = ticket.references.map(({ name, value }) => `${name} ${value}`).join(", ");
  return [
    say("opening", ticket.support ?? words["vendor"] ?? ""),
    say("time", ticket.time ?? words["no-time"] ?? ""),
    say("call", ticket.call ?? words["no-call"] ?? ""),
    say("numbers", numbers === "" ? (words["no-numbers"] ?? "") : numbers),
    say("received", ticket.received),
    words[ticket.open ? "open" : "closed"] ?? "",
  ].join("\n");
}
