import { createQris, type ExchangeRecord, type QrisOptions } from "../src/index.js";

export const apiKey = "1234567890123";
export const merchantId = "87654321";

export const opened = {
  status: "success",
  data: {
    qris_content: "00020101021226680016ID.CO.TELKOM.WWW",
    qris_request_date: "2020-08-07 11:13:42",
    qris_invoiceid: "413255111",
    qris_nmid: "ID1020021181745",
  },
};

export const unpaid = { status: "failed", data: { qris_status: "unpaid" } };

export const paid = { status: "success", data: { qris_status: "paid", qris_payment_customername: "WARSITO" } };

/** What `fetch` throws when a connection breaks; its message holds the URL, as some do. */
export function failure(code: string): Error {
  const url = `https://qris.interactive.co.id/restapi/qris/show_qris.php?apikey=${apiKey}&mID=${merchantId}`;
  return new TypeError(`fetch ${url} failed`, { cause: Object.assign(new Error(`GET ${url}`), { code }) });
}

/** A client whose wire answers with these in turn, the last one for ever; its clock advances only while it sleeps. */
export function qrisAnswering(answers: readonly unknown[], options: Partial<QrisOptions> = {}) {
  const sent: { url: URL; init: RequestInit; at: Date }[] = [];
  const records: ExchangeRecord[] = [];
  let clock = new Date("2020-08-07T11:13:43+07:00");
  const qris = createQris({
    apiKey,
    merchantId,
    now: () => clock,
    sleep: async (ms) => {
      clock = new Date(clock.getTime() + ms);
    },
    onExchange: (record) => records.push(record),
    fetch: async (url, init) => {
      sent.push({ url: new URL(url), init, at: clock });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer : Response.json(answer);
    },
    ...options,
  });
  const setClock = (time: string) => {
    clock = new Date(time);
  };
  return { qris, sent, records, setClock };
}
