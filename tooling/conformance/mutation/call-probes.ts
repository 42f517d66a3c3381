import type { Fetch } from "@setor/core";
import {
  callScenario,
  expectSame,
  makeClient,
  requireSuccess,
  successOf,
  turns,
} from "@setor-tooling/model/probing/subject";
import type { Subject } from "@setor-tooling/model/profile";
import { property } from "@setor-tooling/model/property";
import type { CommonProbe } from "./probe.js";

const costly = (subject: Subject) => requireSuccess(subject, "money", "billed", "create");
const paying = (subject: Subject) => successOf(subject, "money") !== undefined;
const sending = (subject: Subject) => successOf(subject, "money", "billed", "create") !== undefined;

/** Answers with a scenario, and counts. */
function answering({ answer, status }: ReturnType<typeof costly>) {
  const wire = { sent: 0, fetch: (async () => Response.json(0)) as Fetch };
  wire.fetch = async () => {
    wire.sent += 1;
    return Response.json(answer, { status });
  };
  return wire;
}

function failure(code: string, cause?: Error): Error {
  return Object.assign(new Error(code, { cause }), { code });
}

async function doubtWins(subject: Subject): Promise<void> {
  const lost = failure("ECONNRESET", failure("ECONNREFUSED"));
  const fetch: Fetch = () => Promise.reject(new TypeError("fetch failed", { cause: lost }));
  expectSame(
    (await callScenario(subject, costly(subject), { fetch })).state,
    "unknown",
    "a reset before a refused connection",
  );
}

async function nothingIsSentBeforeItIsWrittenDown(subject: Subject): Promise<void> {
  const scenario = costly(subject);
  const wire = answering(scenario);
  const { fetch } = wire;
  const refuse = () => {
    throw new Error("taken");
  };
  const refused = await callScenario(subject, scenario, { fetch }, { beforeSending: refuse });
  expectSame(`${refused.state} ${wire.sent}`, "not-sent 0", "what beforeSending refuses");
  let early: number | undefined;
  const slow = async () => {
    await turns();
    early = wire.sent;
  };
  const { state } = await callScenario(subject, scenario, { fetch }, { beforeSending: slow });
  expectSame(`${state} ${early} ${wire.sent}`, `${scenario.outcome} 0 1`, "while beforeSending works");
}

async function nothingIsSentAfterTheDeadline(subject: Subject): Promise<void> {
  const scenario = costly(subject);
  const wire = answering(scenario);
  let now = 0;
  const stopped = async () => {
    now += 3_600_000;
  };
  const wiring = { fetch: wire.fetch, monotonicNow: () => now };
  const { state } = await callScenario(subject, scenario, wiring, { beforeSending: stopped });
  expectSame(`${state} ${wire.sent}`, "not-sent 0", "a process that was stopped");
}

async function optionsAreChecked(subject: Subject): Promise<void> {
  const [scenario] = subject.scenarios;
  if (scenario === undefined) throw new Error("There is no scenario");
  const misspelt = JSON.parse('{"timeoutMS":1}');
  const refusalOf = (work: () => unknown) => {
    try {
      work();
      return "none";
    } catch (error) {
      return property(error, "name");
    }
  };
  expectSame(
    refusalOf(() => makeClient(subject, scenario, misspelt)),
    "TypeError",
    "a misspelt option",
  );
}

async function bodiesProve(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money");
  const whole = JSON.stringify(scenario.answer);
  const bodies: [string, string, string][] = [
    ["a key that stands twice", `{"zz":1,"zz":2,${whole.slice(1)}`, "repaired-body"],
    ["words behind it", `${whole}\nERROR rolled back`, "repaired-body"],
    ["words before it", `INFO answered ${whole}`, "repaired-body"],
    ["more repairs than anybody reads", `{"zz":[${"NaN,".repeat(30)}0],${whole.slice(1)}`, "repaired-body"],
    ["a broken object around it", `{"zz":${whole}`, "not-json"],
  ];
  for (const [what, body, code] of bodies) {
    const said = await callScenario(subject, scenario, {
      fetch: async () => new Response(body, { status: scenario.status }),
    });
    expectSame(`${said.state} ${said.code}`, `unknown ${code}`, what);
  }
}

async function whatIsRepairedProvesNothing(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money");
  const whole = JSON.stringify(scenario.answer);
  const states: string[] = [];
  for (const [member, name] of whole.matchAll(/"(\w+)":/g)) {
    const body = whole.replace(member, `${name}:`);
    const said = await callScenario(subject, scenario, {
      fetch: async () => new Response(body, { status: scenario.status }),
    });
    states.push([said.state, said.code].join(" ").trim());
  }
  // Which of them prove is the spec's to say; some do.
  expectSame(states.includes("unknown repaired-body"), true, "a bare key that proves");
}

async function openingsProve(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "create");
  const whole = JSON.stringify(scenario.answer);
  for (const body of [`{"zz":1,"zz":2,${whole.slice(1)}`, `ROLLBACK ${whole}`]) {
    const said = await callScenario(subject, scenario, {
      fetch: async () => new Response(body, { status: scenario.status }),
    });
    expectSame(`${said.state} ${said.code}`, "unknown repaired-body", body.slice(0, 9));
  }
}

async function repairsNameNobody(subject: Subject): Promise<void> {
  const scenario = readingOf(subject);
  if (scenario === undefined) throw new Error("There is nothing to read");
  const body = `{"WARSITO":NaN,${JSON.stringify(scenario.answer).slice(1)}`;
  const { exchange } = await callScenario(subject, scenario, {
    fetch: async () => new Response(body, { status: scenario.status }),
  });
  expectSame(property(exchange, "repairs", "0", "path"), "/*", "the path of a repair");
}

/** A reading whose answer is an object. */
function readingOf({ scenarios }: Subject) {
  return scenarios.find(
    ({ operation, outcome, answer }) => operation["x-effect"] === "read" && outcome === "ok" && !Array.isArray(answer),
  );
}

/** Of any vendor, answered in process. */
export const callProbes: readonly CommonProbe[] = [
  { name: "lets doubt win over a failure before sending", fits: sending, run: doubtWins },
  { name: "sends nothing before it is written down", fits: sending, run: nothingIsSentBeforeItIsWrittenDown },
  { name: "sends nothing after the deadline", fits: sending, run: nothingIsSentAfterTheDeadline },
  { name: "checks its options", fits: () => true, run: optionsAreChecked },
  { name: "believes no body that does not prove", fits: paying, run: bodiesProve },
  { name: "believes no repair in what proves", fits: paying, run: whatIsRepairedProvesNothing },
  { name: "opens nothing by one", fits: (subject) => successOf(subject, "create") !== undefined, run: openingsProve },
  {
    name: "shows no unknown name of a body",
    fits: (subject) => readingOf(subject) !== undefined,
    run: repairsNameNobody,
  },
];
