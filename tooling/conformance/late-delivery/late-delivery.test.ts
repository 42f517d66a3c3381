import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { canMakeHosts } from "../../../scripts/hosts.mjs";
import { makeTwoHosts } from "./two-hosts.js";

const pbb = pathToFileURL(join(root, "packages", "pbb", "dist", "index.js")).href;

/** Tells which connections brought something, by the first word of it. */
const server = `
import { createServer } from "node:net";
createServer((socket) => {
  socket.on("error", () => {});
  socket.on("data", (data) => console.log(String(data).split(" ")[0]));
}).listen(80, "192.0.2.2", () => console.log("listening"));
`;

/** Connects, waits until the network is gone, sends, gives up after a second, and ends. */
const client = `
import { connect } from "node:net";
import { createInterface } from "node:readline";
const input = createInterface({ input: process.stdin });
const toldToSend = new Promise((resolve) => input.on("line", resolve));
const how = process.argv.at(-1);
if (how === "ours") {
  const { createPbb } = await import(${JSON.stringify(pbb)});
  const payment = { nop: "992901000100100010", thn: "2013", paidAt: new Date("2017-01-20T10:15:00+07:00") };
  const controller = new AbortController();
  const beforeSending = async () => {
    console.log("connected");
    await toldToSend;
    setTimeout(() => controller.abort(), 1_000);
  };
  const { state } = await createPbb({ baseUrl: "http://192.0.2.2" }).pay(payment, { signal: controller.signal, beforeSending });
  console.log(state);
} else {
  const socket = connect(80, "192.0.2.2");
  await new Promise((resolve) => socket.on("connect", resolve));
  console.log("connected");
  await toldToSend;
  socket.write("CONTROL it");
  setTimeout(() => {
    socket.destroy();
    console.log("gave up");
  }, 1_000);
}
process.stdin.destroy();
`;

describe("a request that was given up while the network was gone", () => {
  it.skipIf(!canMakeHosts)(
    "a request that was given up does not arrive when the network is back, as one that was only closed does",
    { timeout: 60_000 },
    async () => {
      const hosts = makeTwoHosts();
      try {
        const vendor = hosts.start("second", server);
        await vendor.written("listening");
        const ours = hosts.start("first", client, "ours");
        const control = hosts.start("first", client, "control");
        await Promise.all([ours.written("connected"), control.written("connected")]);
        hosts.block();
        for (const each of [ours, control]) each.say("send");
        await Promise.all([ours.written("unknown"), control.written("gave up")]);
        expect(vendor.lines).toEqual(["listening"]);
        // What was only closed is still the kernel's to deliver, although its process ends; what was reset is nobody's.
        expect(hosts.connections()).toBe(1);
        hosts.unblock();
        await vendor.written("CONTROL");
        expect(vendor.lines).toEqual(["listening", "CONTROL"]);
      } finally {
        hosts.end();
      }
    },
  );
});
