import type { Misleading } from "../../exchange.js";

/** One code that refuses, beside the 1 of success, and the words of a refusal of another's. */
function misleadingBy(code: number, message: string, key: string): Misleading {
  return {
    decidedBy: [{ path: ["code"], values: [1, code] }],
    contradict: (body) => (body["code"] === 1 ? { body: { ...body, code, message } } : {}),
    refuseAnother: () => ({ status: 200, body: { code, message, [key]: null } }),
  };
}

/**
 * How answers of WS PBB can mislead, by operation. Its refusals name no bill, so those of another look like one's own; and
 * no call shows a payment, so one that is carried out late is no other than one whose answer is lost.
 */
export const pbbMisleading: Readonly<Record<string, Misleading>> = {
  inquire: misleadingBy(10, "Data Tidak Ditemukan", "sppt"),
  pay: misleadingBy(13, "Tagihan Telah Terbayar", "byrSppt"),
  reverse: misleadingBy(10, "Data Yang Diminta Tidak Ada", "revPembayaran"),
};
