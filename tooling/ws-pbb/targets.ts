import { createSandbox, type PbbBill, type PbbQuirk, pbbQuirks } from "@setor/sandbox";
import type { Target } from "./play.js";
import { serveWsPbb } from "./server.js";
import type { Build, Trouble } from "./service.js";
import type { Sppt } from "./tables.js";

/** In what surroundings steps are played. */
export interface Setting {
  readonly build: Build;
  readonly start: Date;
  readonly bills: readonly BillOfBoth[];
  /** Whether something marks a bill when its payment is inserted; in the sandbox it does unless a quirk says otherwise. */
  readonly marksPaid: boolean;
  /** What goes wrong, and the quirk of the sandbox that stands for it. */
  readonly trouble?: Partial<Trouble>;
  readonly quirk?: PbbBill["quirk"];
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
    request: (method, path) => fetch(server.url + path, { method, redirect: "manual" }),
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

export function openSandbox({ build, start, bills, marksPaid, quirk }: Setting): OpenTarget {
  const ofAll: PbbQuirk | undefined = quirk ?? (marksPaid ? undefined : "not-marked-paid");
  const seed = {
    messages: build === "WAR" ? "war" : "boot",
    quirks: pbbQuirks,
    bills: bills.map((bill) => toSandboxBill(bill, ofAll)),
  } as const;
  const sandbox = createSandbox({ now: () => start, seed: { pbb: seed } });
  const baseUrl = sandbox.baseUrl("pbb");
  return {
    baseUrl,
    request: (method, path) => sandbox.fetch(baseUrl + path, { method }),
    advance: sandbox.advance,
    payments: () => {
      const recorded = sandbox.state.pbb.payments.filter(({ reversed }) => !reversed);
      return recorded.map(({ bill: { nop, thn }, pokok, sanksi }) => `${nop} ${thn} ${pokok + sanksi}`).sort();
    },
    close: sandbox.close,
  };
}

const codes = { payable: "0", paid: "1", cancelled: "2" } as const;

export function toSppt({ nop, thn, nama, pokok, jatuhTempo, status, kdZnt }: BillOfBoth): Sppt {
  return {
    nop,
    thn,
    namaWp: nama,
    kelurahan: "GUNUNGJAYA",
    kecamatan: "SALEM",
    kdSektor: "02",
    kdZnt,
    nilaiSistemBumi: 64_000,
    pokok,
    jatuhTempo: Date.parse(`${jatuhTempo}T00:00:00Z`),
    status: codes[status],
  };
}

function toSandboxBill({ kdZnt, ...bill }: BillOfBoth, quirk: PbbQuirk | undefined): PbbBill {
  const of = quirk === "inquiry-ignores-status" || quirk === "malformed-time-is-500" ? undefined : quirk;
  return { ...bill, alamatOp: "GUNUNGJAYA - SALEM", ...(of !== undefined && { quirk: of }) };
}
