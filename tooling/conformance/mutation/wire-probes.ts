import { callScenario, expectSame, requireSuccess, successOf, turns } from "@setor-tooling/model/probing/subject";
import type { Subject } from "@setor-tooling/model/profile";
import type { Scenario } from "@setor-tooling/model/scenarios";
import { endServers, http, type RawServer, serveRaw } from "../../../packages/core/test/raw-server.js";
import type { CommonProbe } from "./probe.js";

/** The statuses after which transports of others send once more. */
const tempting = [408, 421, 503];

function answerOf({ answer, status }: Scenario): Buffer {
  return http(JSON.stringify(answer), `HTTP/1.1 ${status} X`);
}

async function serving(react: Parameters<typeof serveRaw>[0], use: (server: RawServer, url: string) => Promise<void>) {
  const server = await serveRaw(react);
  try {
    await use(server, `http://127.0.0.1:${server.port}`);
  } finally {
    await endServers([server]);
  }
}

async function sendsOnce(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money", "billed", "create");
  const platform = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new Error("asked"));
  try {
    for (const status of tempting) {
      const refuse = http("", `HTTP/1.1 ${status} X`, ["Connection: close"]);
      await serving(
        (socket, index) => socket.end(index === 0 ? refuse : answerOf(scenario)),
        async ({ requests }, baseUrl) => {
          const { state } = await callScenario(subject, scenario, { baseUrl });
          expectSame(`${state} ${requests.length}`, "unknown 1", `after ${status}`);
        },
      );
    }
  } finally {
    globalThis.fetch = platform;
  }
}

async function resetsWhatItGivesUp(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money", "billed", "create");
  const controller = new AbortController();
  let ended: Promise<string> | undefined;
  await serving(
    (socket) => {
      ended = new Promise((resolve) => {
        socket.once("error", (error) => resolve(String(Reflect.get(error, "code"))));
        socket.once("end", () => resolve("closed"));
      });
      controller.abort();
    },
    async (_, baseUrl) => {
      const { state } = await callScenario(subject, scenario, { baseUrl }, { signal: controller.signal });
      expectSame(`${state} ${await ended}`, "unknown ECONNRESET", "given up");
    },
  );
}

async function paysOverAConnectionOfItsOwn(subject: Subject): Promise<void> {
  const reading = requireSuccess(subject, "read");
  const paying = requireSuccess(subject, "money");
  await serving(
    (socket, index) => socket.write(answerOf(index === 0 ? reading : paying)),
    async ({ requests }, baseUrl) => {
      await callScenario(subject, reading, { baseUrl });
      await turns();
      const { state } = await callScenario(subject, paying, { baseUrl });
      const [first, second] = requests;
      expectSame(`${state} ${first?.socket !== second?.socket}`, `${paying.outcome} true`, "a connection of its own");
    },
  );
}

const sending = (subject: Subject) => successOf(subject, "money", "billed", "create") !== undefined;

/** Over real sockets, by the client's own transport. */
export const wireProbes: readonly CommonProbe[] = [
  { name: "sends once, whatever the status", fits: sending, run: sendsOnce },
  { name: "resets the connection of what it gives up", fits: sending, run: resetsWhatItGivesUp },
  {
    name: "pays over a connection of its own",
    fits: (subject) => successOf(subject, "money") !== undefined && successOf(subject, "read") !== undefined,
    run: paysOverAConnectionOfItsOwn,
  },
];
