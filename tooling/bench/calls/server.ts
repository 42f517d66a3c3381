import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";

// A server in a process of its own, so that its work is not taken for a client's. What it answers stands in the specs.
const bodyOf = (vendor: string, example: string) => {
  const file = join(root, "specs", vendor, "examples", `${example}.response.yaml`);
  return JSON.stringify(parse(readFileSync(file, "utf8")).body.value);
};
const answers: Record<string, string> = {
  pay_esamsat: bodyOf("esamsat", "pay.confirm"),
  sppt: bodyOf("pbb", "inquire.found"),
  ntpd: bodyOf("bphtb", "findSspd.unpaid"),
};

let sockets = 0;
const server = createServer((request, response) => {
  const name = Object.keys(answers).find((part) => request.url?.includes(`/${part}`)) ?? "";
  request.resume().on("end", () => response.setHeader("Content-Type", "application/json").end(answers[name]));
});
server.on("connection", () => {
  sockets += 1;
});
// A burst of a thousand connections has to find room, and none may be closed while it waits for its next call.
server.keepAliveTimeout = 600_000;
server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("message", () => process.send?.(sockets));
process.once("disconnect", () => process.exit(0));
