import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { property } from "@setor-tooling/model/property";
import { firstScenarios, listScenarios } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors } from "@setor-tooling/model/vendors";
import { writeCurlSample } from "@setor-tooling/samples/curl";
import { writePhpSample } from "@setor-tooling/samples/php";
import { writePythonSample } from "@setor-tooling/samples/python";
import { type SampleRequest, sampleRequest } from "@setor-tooling/samples/request";
import { describe, expect, it } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";

const run = promisify(execFile);
const hasOpenssl = ["curl", "openssl"].every((program) => spawnSync(program, ["--help"]).error === undefined);
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const profiles = await Promise.all(
  listVendors().map(async (vendor) => ({ vendor, profile: await loadProfile(vendor) })),
);
const signing = profiles.filter(({ profile }) => profile.signing !== undefined);

describe.each(signing)("a sample of $vendor.id signs what it sends", async ({ vendor, profile }) => {
  const spec = await dereferenceSpec(vendor);
  const signed = firstScenarios(listScenarios(vendor.id, spec)).filter(
    (scenario) => profile.bearer?.(scenario) !== undefined,
  );

  /** Runs each sample in its order; each gets itself a token. The mock could not check a signature. */
  async function runInSandbox(runSample: (request: SampleRequest) => Promise<{ stdout: string }>) {
    const sandbox = createSandbox();
    const { url, close } = await serveSandbox(sandbox);
    const answers: unknown[] = [];
    try {
      for (const scenario of signed) {
        const request = sampleRequest(spec, scenario, profile, `${url}/${vendor.id}`);
        answers.push(JSON.parse((await runSample(request)).stdout));
      }
      return { answers, debits: sandbox.journal.debits() };
    } finally {
      await close();
    }
  }

  /** What the sandbox says with its own numbers; the rest is the example's. */
  const said = {
    answers: signed.map(({ answer }) => (isObject(answer) ? { ...answer, ...ownNumbers(answer) } : answer)),
  };

  const paying = signed.filter(({ operation }) => operation["x-effect"] === "money");
  const paid = paying.map(({ operationId }, index) => ({
    operation: operationId,
    amount: profile.workflows?.debits[index],
  }));

  it.skipIf(!hasOpenssl)("a sample that signs is accepted in curl", async () => {
    const { answers, debits } = await runInSandbox((request) =>
      run("sh", ["-c", writeCurlSample(request).replace(/^curl /m, "curl --silent ")]),
    );
    expect({ answers }).toMatchObject(said);
    expect(debits).toMatchObject(paid);
  });

  it.skipIf(!hasPython)("a sample that signs is accepted in Python", async () => {
    const { answers, debits } = await runInSandbox((request) => run("python3", ["-c", writePythonSample(request)]));
    expect({ answers }).toMatchObject(said);
    expect(debits).toMatchObject(paid);
  });

  // Debian: apt-get install php-cli php-curl.
  it.skipIf(!hasPhp)("a sample that signs is accepted in PHP", async () => {
    const { answers, debits } = await runInSandbox((request) =>
      run("php", ["-r", writePhpSample(request).replace("<?php", "")]),
    );
    expect({ answers }).toMatchObject(said);
    expect(debits).toMatchObject(paid);
  });
});

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function ownNumbers(answer: object): object {
  return property(answer, "message_id") === undefined ? {} : { message_id: expect.any(String) };
}
