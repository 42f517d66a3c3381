import type { OurPart, TheirPart } from "./reconciliation.js";
import { mostTelling } from "./standing.js";

/** An attempt of the own book, with the hash of its bill. */
export interface OurAttempt extends OurPart {
  readonly key: string;
}

/** A line of a statement, with the hash of its bill and its day. */
export interface TheirLine extends TheirPart {
  readonly key?: string;
  readonly day: string;
}

/** What belongs together. */
export interface Group {
  readonly ours: readonly OurAttempt[];
  readonly theirs: readonly TheirLine[];
  /** The bill brought some of them together, and no reference. */
  readonly isByKey: boolean;
}

interface Building {
  ours: OurAttempt[];
  theirs: TheirLine[];
  isByKey: boolean;
  /** The reference of all of them. */
  readonly ref: string | undefined;
  /** It has become a part of another one. */
  into: Building | undefined;
}

/**
 * Puts together what has the same reference. The bill alone brings together what people have to look at: a second payment
 * of it, its return, and a payment without a reference. The order of what is given decides nothing but the order of groups.
 */
export function groupEntries(ours: readonly OurAttempt[], theirs: readonly TheirLine[]): readonly Group[] {
  const groups = groupByReference(ours, theirs);
  for (const found of groupsByKey(groups)) joinByKey(found);
  return groups.filter(({ into }) => into === undefined);
}

/** A group for each reference; what has none is put together by its payment, its bill, or stays alone. */
function groupByReference(ours: readonly OurAttempt[], theirs: readonly TheirLine[]): readonly Building[] {
  const groups: Building[] = [];
  const make = (ref?: string): Building => {
    const group: Building = { ours: [], theirs: [], isByKey: false, ref, into: undefined };
    groups.push(group);
    return group;
  };
  const finder = () => {
    const found = new Map<string, Building>();
    return (name: string, ref?: string): Building => {
      const group = found.get(name) ?? make(ref);
      found.set(name, group);
      return group;
    };
  };
  const [ofRef, ofPayment, ofKey] = [finder(), finder(), finder()];
  const names = namesOnePayment(ours);
  for (const attempt of ours) {
    const { ref, payment } = attempt;
    (names(ref) ? ofRef(ref, ref) : ofPayment(payment)).ours.push(attempt);
  }
  for (const line of theirs) {
    const { ref = "", key } = line;
    (names(ref) ? ofRef(ref, ref) : key === undefined ? make() : ofKey(key)).theirs.push(line);
  }
  return groups;
}

/** A year stands where a reference should, and what several payments have names none of them. */
function namesOnePayment(ours: readonly OurAttempt[]): (ref: string) => boolean {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { ref, payment } of ours) {
    if ((owners.get(ref) ?? payment) !== payment) shared.add(ref);
    owners.set(ref, payment);
  }
  return (ref) => !/^[0-9]{0,4}$/.test(ref) && !shared.has(ref);
}

/** The groups that have a bill in common. */
function groupsByKey(groups: readonly Building[]): Iterable<ReadonlySet<Building>> {
  const first = new Map<string, Building>();
  const shared = new Map<string, Set<Building>>();
  const see = (group: Building, key: string | undefined) => {
    if (key === undefined) return;
    const other = first.get(key);
    if (other === undefined) first.set(key, group);
    else if (other !== group) shared.set(key, (shared.get(key) ?? new Set([other])).add(group));
  };
  for (const group of groups) {
    for (const { key } of group.ours) see(group, key);
    for (const { key } of group.theirs) see(group, key);
  }
  return shared.values();
}

function joinByKey(given: ReadonlySet<Building>): void {
  const groups = [...new Set([...given].map(whole))];
  const told = groups.filter(({ theirs }) => theirs.some(({ kind }) => kind !== "fee"));
  const [first] = told;
  if (first === undefined) return;
  const target = told.find(({ ours }) => ours.length > 0) ?? first;
  // Two payments of one bill, or one and its return.
  for (const group of told) if (group !== target) merge(target, group);
  if (target.ours.length > 0) return;
  const silent = groups.filter(({ ours, theirs }) => ours.length > 0 && theirs.length === 0);
  const own = mostTelling(silent, ({ ours }) => ours);
  if (own === undefined || !mayBeOf(own, target)) return;
  merge(own, target);
}

/** Several payments, and returns, are looked at anyway; one payment is ours only if nothing speaks against it. */
function mayBeOf(own: Building, { theirs, ref }: Building): boolean {
  const [payment, second] = theirs.filter(({ kind }) => kind === "payment");
  if (payment === undefined || second !== undefined) return true;
  if (own.ref !== undefined && ref !== undefined) return false;
  return own.ours.every(
    ({ amount }) => amount === undefined || payment.amount === undefined || amount === payment.amount,
  );
}

function whole(group: Building): Building {
  let found = group;
  while (found.into !== undefined) found = found.into;
  return found;
}

function merge(target: Building, group: Building): void {
  // A file whose key is the same on every line is one group.
  for (const attempt of group.ours) target.ours.push(attempt);
  for (const line of group.theirs) target.theirs.push(line);
  target.isByKey = target.isByKey || target.ours.length > 0;
  group.ours = [];
  group.theirs = [];
  group.into = target;
}
