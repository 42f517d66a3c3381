import { createSandbox, type PbbBill, pbbQuirks } from "@setor/sandbox";
import type { Target } from "./run-steps.js";
import { serveWsPbb } from "./server.js";
import type { Build, Trouble } from "./service.js";
import type { Sppt } from "./tables.js";

/** In what surroundings steps are run. */
export interface Setting {
  readonly build: Build;
  readonly start: Date;
  readonly bills: readonly BillOfBoth[];
  /** Whether something marks a bill when its payment is inserted. */
  readonly marksPaid: boolean;
  /** What goes wrong. */
  readonly trouble?: Partial<Trouble>;
  readonly offsetMinutes?: number;
}

/** A bill for both services. */
export interface BillOfBoth {
  readonly nop: string;
  readonly thn: string;
  readonly nama: string;
  readonly pokok: number;
  /** `yyyy-MM-dd`. */
  readonly jatuhTempo: string;
  readonly status: PbbBill["status"];
  readonly kdZnt: string;
}

export interface OpenTarget extends Target {
  readonly baseUrl: string;
  close(): Promise<void>;
}

export async function openServer(setting: Setting): Promise<OpenTarget> {
  const { build, start, bills, marksPaid, trouble = {}, offsetMinutes = 420 } = setting;
  let time = start.getTime();
  const now = () => new Date(time);
  const server = await serveWsPbb({ build, bills: bills.map(toSppt), now, marksPaid, offsetMinutes });
  Object.assign(server.trouble, trouble);
  return {
    baseUrl: server.url,
    request: (method, path, headers) => fetch(server.url + path, { method, headers, redirect: "manual" }),
    advance: (ms) => {
      time += ms;
    },
    payments: () => {
      const { rows } = server.database.pembayaranSppt;
      return rows.map(({ nop, thn, jumlah }) => `${nop} ${thn} ${jumlah}`).sort();
    },
    close: server.close,
  };
}

export function openSandbox({ build, start, bills, marksPaid, trouble = {} }: Setting): OpenTarget {
  const seed = {
    build: build === "WAR" ? "war" : "boot",
    quirks: pbbQuirks,
    marksAtOnce: marksPaid,
    databaseDown: trouble.databaseDown === true,
    bills: bills.map((bill) => toSandboxBill(bill, trouble)),
  } as const;
  const sandbox = createSandbox({ now: () => start, seed: { pbb: seed } });
  const baseUrl = sandbox.baseUrl("pbb");
  return {
    baseUrl,
    request: (method, path, headers) => sandbox.fetch(baseUrl + path, { method, headers }),
    advance: sandbox.advance,
    payments: () => {
      const recorded = sandbox.state.pbb.payments.filter(({ reversed }) => !reversed);
      return recorded.map(({ bill: { nop, thn }, pokok, sanksi }) => `${nop} ${thn} ${pokok + sanksi}`).sort();
    },
    close: async () => {},
  };
}

const codes = { payable: "0", paid: "1", cancelled: "2" } as const;
const kelurahan = "CONTOHJAYA";
const kecamatan = "MELUR";
const nilaiSistemBumi = 64_000;

export function toSppt({ nop, thn, nama, pokok, jatuhTempo, status, kdZnt }: BillOfBoth): Sppt {
  return {
    nop,
    thn,
    namaWp: nama,
    kelurahan,
    kecamatan,
    kdSektor: "02",
    kdZnt,
    nilaiSistemBumi,
    pokok,
    jatuhTempo: Date.parse(`${jatuhTempo}T00:00:00Z`),
    status: codes[status],
  };
}

function toSandboxBill({ kdZnt, ...bill }: BillOfBoth, { statementFails, logFails }: Partial<Trouble>): PbbBill {
  const known = { ...bill, znt: kdZnt, nilaiSistemBumi, alamatOp: `${kelurahan} - ${kecamatan}` };
  if (statementFails) return { ...known, quirk: "failing-statement" };
  return logFails ? { ...known, quirk: "recorded-although-code-4" } : known;
}
