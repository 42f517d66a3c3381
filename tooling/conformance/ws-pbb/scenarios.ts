import { get, type Step } from "./run-steps.js";
import type { BillOfBoth, Setting } from "./targets.js";

/** Something that can happen, and what happens in it. */
export interface Scenario extends Partial<Omit<Setting, "build">> {
  readonly name: string;
  readonly steps: readonly Step[];
}

export const start = new Date("2017-01-20T10:15:30+07:00");

/** A bill of the year 2013, without denda, unless it says otherwise; the owner's name ends where it is put in the NTPD. */
export function bill(number: number, differences: Partial<BillOfBoth> = {}): BillOfBoth {
  const thn = differences.thn ?? "2013";
  return {
    nop: nop(number),
    thn,
    nama: "WARSITO",
    pokok: 35_750,
    jatuhTempo: `${thn}-09-30`,
    status: "payable",
    kdZnt: "AB",
    ...differences,
  };
}

export const bills = [
  bill(1),
  bill(2, { status: "paid" }),
  bill(3, { status: "cancelled" }),
  bill(4, { pokok: 0 }),
  bill(5, { thn: "2016" }),
  bill(6, { nama: "ALIA H." }),
  bill(7, { nama: "SLAMET WARSITO", kdZnt: "A " }),
] as const;

export function nop(number: number): string {
  return `9929010001001${String(number).padStart(4, "0")}0`;
}

const minute = 60_000;
const day = 86_400_000;
const now = "20012017/1015";
const pay = (number: number, time = now, thn = "2013") => get(`/bayar/${nop(number)}/${thn}/${time}`);
const inquire = (number: number, thn = "2013") => get(`/sppt/${nop(number)}/${thn}`);
const reverse = (number: number, ntpd = 1, thn = "2013") => get(`/reversal/${nop(number)}/${thn}/{ntpd${ntpd}}`);

export const scenarios: readonly Scenario[] = [
  { name: "a bill is found, whatever its status", steps: [1, 2, 3, 4].map((number) => inquire(number)) },
  { name: "an overdue bill is found", steps: [inquire(5, "2016")] },
  { name: "a year is no number, or has a sign", steps: [inquire(1, "2p16"), inquire(1, "+2013"), inquire(1, "-2013")] },
  { name: "a bill is not there", steps: [inquire(999), pay(999), reverse(999)] },
  { name: "a statement fails on inquiry", trouble: { statementFails: true }, steps: [inquire(1)] },
  { name: "a statement fails on payment", trouble: { statementFails: true }, steps: [pay(1)] },
  { name: "a statement fails on reversal", trouble: { statementFails: true }, steps: [reverse(1)] },
  {
    name: "the database is down on inquiry",
    trouble: { databaseDown: true },
    steps: [inquire(1)],
  },
  { name: "the database is down on payment", trouble: { databaseDown: true }, steps: [pay(1)] },
  { name: "the database is down on reversal", trouble: { databaseDown: true }, steps: [reverse(1)] },
  { name: "a payment lies in the future", steps: [pay(1, "20012017/1016"), pay(1, "21012017/0000")] },
  { name: "a payment is made now, and once more", steps: [pay(1), { advance: minute }, pay(1)] },
  { name: "a bill is paid, cancelled or nil", steps: [pay(2), pay(3), pay(4)] },
  { name: "the cursor of a payment is empty", trouble: { emptyCursor: true }, steps: [pay(1)] },
  {
    name: "the NTPD cannot be logged",
    trouble: { logFails: true },
    steps: [pay(1), pay(1)],
  },
  { name: "nothing marks a bill that is paid twice in a minute", marksPaid: false, steps: [pay(1), pay(1)] },
  {
    name: "nothing marks a bill that is paid in two minutes",
    marksPaid: false,
    steps: [pay(1), { advance: minute }, pay(1)],
  },
  {
    name: "a bill is paid for two dates in a minute",
    marksPaid: false,
    steps: [pay(1), pay(1, "19012017/1015")],
  },
  { name: "a payment is reversed twice", steps: [pay(1), reverse(1), reverse(1)] },
  {
    name: "a reversal is repeated after the bill was paid again",
    steps: [pay(1), reverse(1), { advance: minute }, pay(1), reverse(1)],
  },
  {
    name: "the first of two payments is reversed, and the bill is paid again",
    marksPaid: false,
    steps: [pay(1), { advance: minute }, pay(1), reverse(1, 1), { advance: minute }, pay(1)],
  },
  { name: "an NTPD has a dot", steps: [pay(6), reverse(6)] },
  { name: "an NTPD has a dot, and the path ends with a slash", steps: [pay(6), slash(reverse(6))] },
  { name: "an NTPD has a space", steps: [pay(7), reverse(7)] },
  { name: "it is the last day of a month of denda", start: new Date("2017-01-31T10:00:30+07:00"), steps: edge() },
  {
    name: "a payment is recorded some days later",
    start: new Date("2017-02-03T10:15:30+07:00"),
    steps: [inquire(5, "2016"), pay(5, "30012017/1015", "2016")],
  },
  { name: "a NOP is longer on inquiry", steps: [get(`/sppt/${nop(1)}9/2013`)] },
  { name: "a NOP is longer on payment", steps: [get(`/bayar/${nop(1)}9/2013/${now}`)] },
  {
    name: "a NOP is shorter, or has dots",
    steps: [get(`/sppt/${nop(1).slice(1)}/2013`), get("/sppt/99.29.010.001.001-0001.0/2013")],
  },
  {
    name: "a date is none, or has more behind it",
    steps: [pay(1, "29022015/1015"), pay(1, "2001201/1015"), pay(1, "20012017/10"), pay(1, "2001201799/1015pm")],
  },
  { name: "a path ends with a slash", steps: [slash(inquire(1)), slash(pay(1)), slash(reverse(1))] },
  { name: "a path has a parameter, or a slash too many", steps: [parted(inquire(1)), get(`//sppt//${nop(1)}/2013`)] },
  { name: "an NTPD has a backslash", steps: [get(`/reversal/${nop(1)}/2013/2017%5C1`)] },
  { name: "an NTPD has a slash", steps: [get(`/reversal/${nop(1)}/2013/2017%2F1`)] },
  { name: "a payment is asked for with HEAD", steps: [{ method: "HEAD", path: `/bayar/${nop(1)}/2013/${now}` }] },
  { name: "a payment is posted", steps: [{ method: "POST", path: `/bayar/${nop(1)}/2013/${now}` }] },
  { name: "the page of help is asked for", steps: [get("/")] },
  { name: "a year has ten digits", steps: [inquire(1, "2147483647"), inquire(1, "2147483648")] },
  { name: "a part of a date has a sign", steps: [pay(1, "+1012017/1015"), pay(1, "-1012017/1015")] },
  {
    name: "a proxy names more addresses than the log has room for",
    steps: [{ ...pay(1), headers: { "X-Forwarded-For": "2001:db8:85a3:8d3:1319:8a2e:370:7348" } }],
  },
  { name: "the server's clock shows UTC", offsetMinutes: 0, steps: [pay(1)] },
  { name: "the year of a payment is not one", steps: [get(`/bayar/${nop(1)}/2p13/${now}`)] },
  { name: "a day passes between payment and reversal", steps: [pay(1), { advance: 2 * day }, reverse(1)] },
];

/** With a path parameter, as Java servers know them. */
function parted(step: Step): Step {
  return "path" in step ? { ...step, path: step.path.replace("/2013", ";jsessionid=1/2013;v=1") } : step;
}

function slash(step: Step): Step {
  return "path" in step ? { ...step, path: `${step.path}/` } : step;
}

function edge(): Step[] {
  return [inquire(5, "2016"), pay(5, "31012017/1000", "2016")];
}
