import type { Clock } from "../../clock.js";
import type { Misleading, ReceivedRequest, Reply } from "../../exchange.js";
import { anotherNumber } from "../../misleading.js";
import { formatWib } from "../../wib.js";

const alreadyPaid = "Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)";
const notFound = "Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor KTP yang telah dimasukkan.";

const byResult = { path: ["result"], values: ["ok", "no"] };
const byStatus = { path: ["status"], values: ["CONFIRM", "PENDING"] };

/** MMBC documents that it may take 60 seconds. */
const afterItsLimitMs = 70_000;

/** How answers of MMBC e-Samsat can mislead, by operation. */
export function esamsatMisleading(clock: Clock): Readonly<Record<string, Misleading>> {
  /** A refusal with the fields that the document shows, about another bill than the one that was asked about. */
  const refuse = (fields: ReceivedRequest["fields"], reason: string): Reply => ({
    status: 200,
    body: {
      result: "no",
      tanggal: formatWib(clock.now()),
      product: "SAMSAT_JABAR",
      invoice: anotherNumber(String(fields["invoice"] ?? "100000000000")),
      customer_number: anotherNumber(String(fields["customer_number"] ?? "9901111111111116")),
      structure_number: anotherNumber(String(fields["structure_number"] ?? "MHZ99D999ZZ401006")),
      kodeagen: "JKT-00000",
      reason,
    },
  });
  const failure = (invoice: string) => ({ result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` });
  return {
    inquire: {
      decidedBy: [byResult],
      contradict: (body) => (body["result"] === "ok" ? { body: { ...body, result: "no", reason: notFound } } : {}),
      refuseAnother: ({ fields }) => refuse(fields, notFound),
    },
    pay: {
      decidedBy: [byStatus, byResult],
      contradict: (body) => (body["result"] === "ok" ? { body: { ...body, result: "no", reason: alreadyPaid } } : {}),
      refuseAnother: ({ fields }) => refuse(fields, alreadyPaid),
      settlesAfterMs: afterItsLimitMs,
    },
    checkStatus: {
      decidedBy: [byStatus],
      contradict(body) {
        const { reason } = failure(String(body["invoice"]));
        return body["result"] === "ok" ? { body: { ...body, result: "no", reason } } : {};
      },
      refuseAnother: ({ fields }) => ({ status: 200, body: failure(anotherNumber(String(fields["invoice"]))) }),
    },
  };
}
