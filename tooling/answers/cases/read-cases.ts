import { readFileSync } from "node:fs";
import type { Again, Contact, Money } from "@setor-tooling/model/advice";
import { parse } from "yaml";
import type { Chips } from "../catalogue/catalogue.js";

/** A text, and what has to be said of it. */
export interface Case {
  readonly text: string;
  readonly chips: Chips;
}

type Row = readonly [money: Money, again: Again, contact: Contact, text: string];

export function readCases(): Case[] {
  const rows: readonly Row[] = parse(readFileSync(new URL("cases.yaml", import.meta.url), "utf8"));
  return rows.map(([money, again, contact, text]) => ({ text, chips: { money, again, contact } }));
}
