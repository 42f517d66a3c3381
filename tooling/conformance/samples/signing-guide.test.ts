import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { guideFile } from "@setor-tooling/model/guides";
import { findVendor } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";

const run = promisify(execFile);
const has = (...programs: string[]) => programs.every((name) => spawnSync(name, ["--help"]).error === undefined);

interface Vector {
  readonly name: string;
  readonly path: string;
  readonly verb: string;
  readonly token: string;
  readonly timestamp: string;
  readonly body: string;
  readonly secret: string;
  readonly signature: string;
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync(join(findVendor("bphtb").specFile, "..", "signing-vectors.json"), "utf8"),
);
const guide = readFileSync(guideFile("signing", "en"), "utf8");
const [, section = ""] = /\n## In your language\n([\s\S]*?)\n## /.exec(guide) ?? [];
const blockIn = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? expect.unreachable();

/** The arguments of a vector as a language writes them: each in one piece, quoted. */
function writeArguments({ path, verb, token, timestamp, body, secret }: Vector, quote: (text: string) => string) {
  return [path, verb, token, timestamp, body, secret].map(quote);
}

const quotePhp = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
const quoteShell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const programs: readonly {
  readonly language: string;
  readonly present: boolean;
  readonly call: (vector: Vector) => string;
  readonly command: (program: string) => [string, string[]];
}[] = [
  {
    language: "php",
    present: hasPhp,
    call: (vector) => `echo sign(${writeArguments(vector, quotePhp).join(", ")}), "\\n";`,
    command: (program) => ["php", ["-r", program.replace("<?php", "")]],
  },
  {
    language: "python",
    present: has("python3"),
    call: (vector) => `print(sign(${writeArguments(vector, JSON.stringify).join(", ")}))`,
    command: (program) => ["python3", ["-c", program]],
  },
  {
    language: "js",
    present: true,
    call: (vector) => `console.log(sign(${writeArguments(vector, JSON.stringify).join(", ")}));`,
    command: (program) => [process.execPath, ["--input-type=module", "-e", program]],
  },
  {
    language: "sh",
    present: has("bash", "openssl"),
    call: (vector) => `sign ${writeArguments(vector, quoteShell).join(" ")}`,
    command: (program) => ["bash", ["-c", program]],
  },
];

describe.each(programs)("the program in $language of the guide on signing", ({ language, present, call, command }) => {
  it.skipIf(!present)("a program of the guide on signing makes every signature that is known", async () => {
    const program = [blockIn(language), ...vectors.map(call)].join("\n");
    const { stdout } = await run(...command(program));
    const [shown, ...made] = stdout.trim().split("\n");
    expect(`${shown}\n`).toBe(blockIn("text"));
    expect(made).toEqual(vectors.map(({ signature }) => signature));
  });
});
