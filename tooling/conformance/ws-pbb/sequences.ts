import fc from "fast-check";
import { get, type Step } from "./run-steps.js";
import { bill } from "./scenarios.js";
import type { BillOfBoth, Setting } from "./targets.js";

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

/** Bills whose denda begins on different days of a month, in years with and without one. */
const bills = [
  bill(1),
  bill(2, { status: "cancelled" }),
  bill(3, { pokok: 0 }),
  bill(4, { thn: "2016" }),
  bill(5, { thn: "2016", jatuhTempo: "2016-08-30", pokok: 1_234_567 }),
  bill(6, { thn: "2015", jatuhTempo: "2015-01-30", nama: "ALIA H." }),
  bill(7, { thn: "2016", jatuhTempo: "2016-02-29", pokok: 99_999, nama: "SLAMET WARSITO" }),
];

/** Mostly the one, now and then the other. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 80, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** One of these, or one that is not there. */
function mostlyOf(some: readonly BillOfBoth[]): fc.Arbitrary<BillOfBoth> {
  return fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...some) }, { weight: 1, arbitrary: fc.constant(bill(99)) });
}

const ending = mostly("", "/");
const spelling = mostly(
  (nop: string) => nop,
  (nop: string) => `${nop}9`,
  (nop: string) => nop.slice(1),
);
const year = mostly(
  (thn: string) => thn,
  ...["2p16", "+2016", "2000000000", "99999999999"].map((wrong) => () => wrong),
);
const time = mostly<(now: Date) => string>(
  written,
  ...["30022017/1015", "20012017/2400", "2001/1015", "xx012017/1015", "+2012016/1015"].map((wrong) => () => wrong),
);

/** `ddMMyyyy/HHmm` on a clock in WIB. */
function written(instant: Date): string {
  const [date = "", clock = ""] = new Date(instant.getTime() + 7 * hour).toISOString().split("T");
  return `${date.split("-").reverse().join("")}/${clock.slice(0, 5).replace(":", "")}`;
}

/** A step when the clock shows a time. */
type Plan = (now: Date) => Step;

function planOf(bill: fc.Arbitrary<BillOfBoth>): fc.Arbitrary<Plan> {
  const inquiry = fc.record({ bill, spelling, year, ending }).map(
    ({ bill: { nop, thn }, ...its }): Plan =>
      () =>
        get(`/sppt/${its.spelling(nop)}/${its.year(thn)}${its.ending}`),
  );
  const minutesAgo = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 90 * 24 * 60 }) },
  );
  const payment = fc.record({ bill, spelling, time, minutesAgo, ending }).map(
    ({ bill: { nop, thn }, ...its }): Plan =>
      (now) => {
        const paidAt = its.time(new Date(now.getTime() - its.minutesAgo * minute));
        return get(`/bayar/${its.spelling(nop)}/${thn}/${paidAt}${its.ending}`);
      },
  );
  const reversal = fc.record({ bill, ntpd: fc.constantFrom(1, 1, 1, 2), ending }).map(
    ({ bill: { nop, thn }, ...its }): Plan =>
      () =>
        get(`/reversal/${nop}/${thn}/{ntpd${its.ntpd}}${its.ending}`),
  );
  const pause = fc.oneof(fc.integer({ min: 0, max: 3 * minute }), fc.integer({ min: 0, max: 40 * day })).map(
    (advance): Plan =>
      () => ({ advance }),
  );
  return fc.oneof(
    { weight: 3, arbitrary: inquiry },
    { weight: 6, arbitrary: payment },
    { weight: 5, arbitrary: reversal },
    { weight: 3, arbitrary: pause },
  );
}

export interface Sequence extends Pick<Setting, "start" | "bills" | "marksPaid"> {
  readonly steps: readonly Step[];
}

/** Calls one after the other, with pauses, of one or two bills, so that they concern each other. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .oneof(fc.tuple(fc.constantFrom(...bills)), fc.tuple(fc.constantFrom(...bills), fc.constantFrom(...bills)))
  .chain((few) =>
    fc.record({
      start: fc.integer({ min: Date.parse("2016-06-01"), max: Date.parse("2018-06-01") }).map((ms) => new Date(ms)),
      marksPaid: fc.boolean(),
      plans: fc.array(planOf(mostlyOf(few)), { minLength: 2, maxLength: 12, size: "max" }),
    }),
  )
  .map(({ start, marksPaid, plans }) => {
    let now = start;
    const steps = plans.map((plan) => {
      const step = plan(now);
      if ("advance" in step) now = new Date(now.getTime() + step.advance);
      return step;
    });
    return { start, marksPaid, bills, steps };
  });
