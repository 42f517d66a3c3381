import { type Group, groupEntries, type OurAttempt, type TheirLine } from "./groups.js";
import { type Judgement, judge } from "./judge.js";
import {
  type Level,
  type Reconciliation,
  type ReconciliationEntry,
  type ReconciliationVerdict,
  type StatementInfo,
  type StatementProposal,
  verdicts,
} from "./reconciliation.js";
import { compareBy } from "./sorting.js";
import { totalsOf, verdictTotals } from "./totals.js";

/** The two books, as they were read: a day and those around it. */
export interface Books {
  readonly vendor: string;
  readonly operation: string;
  readonly day: string;
  readonly windowDays: number;
  readonly statements: readonly StatementInfo[];
  readonly seal: string | undefined;
  readonly ours: readonly OurAttempt[];
  readonly theirs: readonly TheirLine[];
}

/** An entry with what it was made of. */
interface Judged extends Judgement {
  readonly ours: readonly OurAttempt[];
  readonly theirs: readonly TheirLine[];
}

const byAttempt = compareBy<OurAttempt>(
  ({ payment }) => payment,
  ({ attempt }) => attempt,
);

const byPlace = compareBy<TheirLine>(
  ({ statement }) => statement,
  ({ line }) => line,
);

/** Compares a day of two books. The order in which they are given changes nothing. */
export function reconcileBooks(books: Books): Reconciliation {
  const { vendor, operation, day, windowDays, statements, seal } = books;
  const ours = books.ours.toSorted(byAttempt);
  const theirs = books.theirs.toSorted(byPlace);
  const judged = groupEntries(ours, theirs).flatMap((group) => {
    const judgement = judge(group);
    return judgement === undefined || !isOf(day, group) ? [] : [{ ...judgement, ...group }];
  });
  const count = (verdict: ReconciliationVerdict) =>
    verdictTotals(
      judged.filter((each) => each.verdict === verdict),
      day,
    );
  return {
    vendor,
    operation,
    day,
    windowDays,
    statements,
    ...(seal !== undefined && { seal }),
    totals: totalsOf({ ours, theirs }, day),
    verdicts: {
      twice: count("twice"),
      "theirs-only": count("theirs-only"),
      "ours-open": count("ours-open"),
      "ours-only": count("ours-only"),
      amount: count("amount"),
      reversed: count("reversed"),
      open: count("open"),
      "same-bill": count("same-bill"),
      matched: count("matched"),
    },
    entries: judged.map((each) => entryOf(each, statements)).toSorted(byUrgency),
  };
}

/** A neighbouring day has a report of its own. */
function isOf(day: string, { ours, theirs }: Group): boolean {
  return ours.some((attempt) => attempt.day === day) || theirs.some((line) => line.day === day && line.kind !== "fee");
}

/** By what people look at first, then by what they know it by; what is left has an order of its own. */
const byUrgency = compareBy<ReconciliationEntry>(
  ({ verdict }) => verdicts.indexOf(verdict),
  ({ ours }) => ours[0]?.label ?? "",
  ({ ours, theirs }) => ours[0]?.ref ?? theirs[0]?.ref ?? "",
  ({ ours }) => ours[0]?.payment ?? "",
  ({ ours }) => ours[0]?.attempt ?? 0,
  ({ theirs }) => theirs[0]?.statement ?? 0,
  ({ theirs }) => theirs[0]?.line ?? 0,
);

/** Without hashes of bills, which say nothing to people. */
function entryOf({ verdict, advice, level, ours, theirs, paidThere }: Judged, statements: readonly StatementInfo[]) {
  const entry: ReconciliationEntry = {
    verdict,
    advice,
    ...(level !== undefined && { level }),
    ours: ours.toSorted(byAttempt).map(({ key: _, ...part }) => part),
    theirs: theirs.toSorted(byPlace).map(({ key: _, day: __, ...part }) => part),
    // What is in the hands of its sender is decided by nobody else.
    ...(paidThere !== undefined &&
      paidThere.state !== "sending" && { proposal: proposalOf(paidThere, theirs, { statements, level }) }),
  };
  return entry;
}

function proposalOf(
  { payment, attempt }: OurAttempt,
  theirs: readonly TheirLine[],
  { statements, level }: { statements: readonly StatementInfo[]; level: Level | undefined },
): StatementProposal {
  const [line] = theirs.filter(({ kind }) => kind === "payment");
  const { file = "", sha256 = "" } = statements[line?.statement ?? -1] ?? {};
  const amount = line?.amount === undefined ? "" : ` of Rp ${line.amount}`;
  const by = level === 4 ? ", found by its bill only" : "";
  const evidence = `Statement ${file} (SHA-256 ${sha256}), line ${line?.line}: payment${amount} on ${line?.day}${by}`;
  return { payment, attempt, verdict: "paid", evidence };
}
