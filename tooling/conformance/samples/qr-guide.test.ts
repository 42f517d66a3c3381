import { readFileSync } from "node:fs";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile } from "@setor-tooling/model/guides";
import { sandboxOrigin } from "@setor-tooling/model/vendors";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { afterAll, expect, it, vi } from "vitest";

const { url, close } = await serveSandbox(createSandbox());
afterAll(() => close());

const guide = readFileSync(guideFile("qr", "en"), "utf8");
const programs = [...guide.matchAll(/## (.*)\n[\s\S]*?```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, heading = "", program = "", printed = ""]) => [heading, program, printed] as const,
);

it("the guide on the QR has a program under each heading", () => {
  expect(programs).toHaveLength(guide.match(/^## /gm)?.length ?? 0);
});

it.each(programs)("the program of the guide on the QR prints what it shows: %s", async (_, program, printed) => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  await evaluate(program.replaceAll(sandboxOrigin, url));
  const lines = said.mock.calls.map((words) => words.join(" "));
  said.mockRestore();
  expect(`${lines.join("\n")}\n`).toBe(printed);
});
