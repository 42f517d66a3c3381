import type { Socket } from "node:net";
import { http } from "../../../packages/core/test/raw-server.js";

/** What a server may do with a payment. Some runtimes' own `fetch` then sends it a second time. */
const reactions: Readonly<Record<string, (socket: Socket) => void>> = {
  reset: (socket) => socket.resetAndDestroy(),
  close: (socket) => socket.end(),
  "421": (socket) => socket.end(http("", "HTTP/1.1 421 Misdirected Request")),
  "408": (socket) => socket.end(http("", "HTTP/1.1 408 Request Timeout")),
  "503": (socket) => socket.end(http("", "HTTP/1.1 503 Unavailable", ["Retry-After: 0"])),
};

export const faults = Object.keys(reactions);

const bill = { nop: "992901000100100010", thn: "2013" };
const readings: readonly [path: RegExp, body: object][] = [
  [/\/sppt\//, { code: 1, message: "Data ditemukan", sppt: { ...bill, pokok: 35_750, denda: 0 } }],
  [/\/status_invoice/, { result: "ok", invoice: "11111111111", status: "PENDING" }],
  [/\/oauth\/token/, { accessToken: "T0k3n", expiresIn: 900 }],
  [/\/ntpd\//, { status: true, message_code: "2002400", data: { amount: "10000000", payment_status: "unpaid" } }],
  [/\/ocr/, { status: "SUCCESS", message: "", ocr_date: "2022-10-05T10:50:49+07:00", read: {} }],
];

/** Answers a reading and keeps the connection; does with a payment what the first part of the path says. */
export function react(socket: Socket, request: string): void {
  const [, path = ""] = request.split(" ");
  const reading = readings.find(([fits]) => fits.test(path));
  if (reading !== undefined) socket.write(http(JSON.stringify(reading[1])));
  else reactions[path.split("/")[1] ?? ""]?.(socket);
}

/** Reads, so that a connection is kept, then pays, by POST and by GET, under every fault; prints what the clients say. */
export const program = `
import { createBphtb } from "@setor/bphtb";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createPbb } from "@setor/pbb";

const origin = process.argv.at(-1);
const said = {};
for (const fault of ${JSON.stringify(faults)}) {
  const baseUrl = origin + "/" + fault;
  const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl });
  const pbb = createPbb({ baseUrl });
  await esamsat.checkStatus({ invoice: "11111111111" });
  await pbb.inquire(${JSON.stringify(bill)});
  const byPost = await esamsat.pay({ invoice: "11111111111" });
  const byGet = await pbb.pay({ ...${JSON.stringify(bill)}, paidAt: new Date("2017-01-20T10:15:00+07:00") });
  said[fault] = [byPost.state, byGet.state];
}
const nobody = createEsamsat({ username: "dummy", password: "dummy123", baseUrl: "http://127.0.0.1:1" });
said.nobody = [(await nobody.pay({ invoice: "11111111111" })).state];
const bphtb = createBphtb({ clientId: "your_client_id", clientSecret: "S3cr3t", baseUrl: origin });
said.signed = [(await bphtb.findSspd({ ntpd: "1209411011001249943" })).ok];
const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", baseUrl: origin + "/ocr" });
said.form = [(await ocr.readNpwp({ img: "npwp.jpg" })).ok];
console.log(JSON.stringify(said));
process.exit(0);
`;
