import type { WallTime } from "./wall-clock.js";

/** A bill, with what the procedures join to it: the street of names, the land and its value. */
export interface Sppt {
  /** 18 digits; seven columns in the real table. */
  readonly nop: string;
  readonly thn: string;
  readonly namaWp: string;
  readonly kelurahan: string;
  readonly kecamatan: string;
  readonly kdSektor: "01" | "02";
  readonly kdZnt: string;
  readonly nilaiSistemBumi: number;
  /** Whole rupiah. */
  readonly pokok: number;
  readonly jatuhTempo: WallTime;
  /** 0 open, 1 paid, 2 cancelled. */
  status: "0" | "1" | "2";
}

export interface PembayaranSppt {
  readonly nop: string;
  readonly thn: string;
  readonly pembayaranKe: number;
  readonly denda: number;
  readonly jumlah: number;
  readonly tglPembayaran: WallTime;
}

export interface LogTrxPembayaran {
  readonly nop: string;
  readonly thn: string;
  readonly ntpd: string;
  readonly pembayaranKe: number;
  readonly ipClient: string;
}

export interface LogReversal extends Omit<LogTrxPembayaran, "pembayaranKe"> {}

/** A statement that the database refuses; what was committed before stays. */
export class OracleError extends Error {}

interface Table<Row> {
  /** The primary key. */
  readonly key: readonly (keyof Row)[];
  /** The widths of the columns that can be too narrow, in bytes. */
  readonly widths: Partial<Record<keyof Row, number>>;
  readonly rows: Row[];
}

export interface Database {
  readonly sppt: readonly Sppt[];
  readonly pembayaranSppt: Table<PembayaranSppt>;
  readonly logTrxPembayaran: Table<LogTrxPembayaran>;
  readonly logReversal: Table<LogReversal>;
}

export function createDatabase(sppt: readonly Sppt[]): Database {
  return {
    sppt: sppt.map((row) => ({ ...row })),
    pembayaranSppt: { key: ["nop", "thn", "pembayaranKe"], widths: {}, rows: [] },
    logTrxPembayaran: {
      key: ["nop", "thn", "ntpd"],
      widths: { nop: 18, thn: 4, ntpd: 30, ipClient: 30 },
      rows: [],
    },
    logReversal: { key: ["nop", "thn", "ntpd"], widths: { nop: 20, thn: 4, ntpd: 30, ipClient: 30 }, rows: [] },
  };
}

/** @throws OracleError for a key that is there already, or a value that its column has no room for */
export function insert<Row>({ key, widths, rows }: Table<Row>, row: Row): void {
  for (const column in widths) {
    if (Buffer.byteLength(String(row[column])) > (widths[column] ?? 0)) throw new OracleError("value too large");
  }
  if (rows.some((other) => key.every((column) => other[column] === row[column]))) {
    throw new OracleError("unique constraint violated");
  }
  rows.push(row);
}
