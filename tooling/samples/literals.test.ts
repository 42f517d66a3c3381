import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { hasPhp } from "../../scripts/php.mjs";
import { formatPhp, formatPython, quotePhp, quotePython, writePhp, writePython } from "./literals.js";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const texts = [
  "",
  "plain",
  `it's "so"`,
  "back\\slash\\",
  "$token {token} {$token}",
  "two\nlines\ttab",
  "é ☂ 😀 \u2028",
  "\\u0041",
];
const values = {
  text: `it's "so"`,
  number: 25578,
  yes: true,
  no: false,
  nothing: null,
  empty: {},
  list: [1, "two", { three: 3 }],
  long: { first: "a value that is longer than a line", second: "another value that is as long as that" },
};

describe("a text is quoted", () => {
  it("a text is quoted for PHP", () => {
    expect(quotePhp(`it's $here\\n "so"`)).toBe(String.raw`'it\'s $here\\n "so"'`);
  });

  it("a text is quoted for PHP, with its variables", () => {
    expect(formatPhp('a "$5" \\ {b} {not one}')).toBe(String.raw`"a \"\$5\" \\ {$b} {not one}"`);
  });

  it("a text is quoted for Python", () => {
    expect(quotePython(`it's \\ "so"\n`)).toBe(String.raw`"it's \\ \"so\"\n"`);
  });

  it("a text is quoted for Python, with its variables", () => {
    expect(formatPython('a "5" {b} {not one}')).toBe(String.raw`f"a \"5\" {b} {{not one}}"`);
  });
});

describe("data are written", () => {
  it("data are written for PHP", () => {
    expect(writePhp({ a: [null, true, 1], b: {} })).toBe("['a' => [null, true, 1], 'b' => new stdClass()]");
    expect(writePhp(values.long)).toBe(
      `[\n    'first' => '${values.long.first}',\n    'second' => '${values.long.second}',\n]`,
    );
  });

  it("data are written for Python", () => {
    expect(writePython({ a: [null, true, 1], b: {} })).toBe('{"a": [None, True, 1], "b": {}}');
  });
});

/** What a program prints. */
function printed(program: string, args: readonly string[]): unknown {
  return JSON.parse(execFileSync(program, args, { encoding: "utf8" }));
}

describe("the language reads what was meant", () => {
  it.skipIf(!hasPython)("Python reads what was meant", () => {
    const literal = writePython({ texts, values });
    expect(printed("python3", ["-c", `import json\nprint(json.dumps(${literal}))`])).toEqual({ texts, values });
    const text = formatPython('{{"a": {token}}}');
    expect(printed("python3", ["-c", `token = 1\nprint(${text}[1:-1])`])).toEqual({ a: 1 });
  });

  // Debian: apt-get install php-cli php-curl.
  it.skipIf(!hasPhp)("PHP reads what was meant", () => {
    expect(printed("php", ["-r", `echo json_encode(${writePhp({ texts, values })});`])).toEqual({ texts, values });
    const text = formatPhp('{"a": {token}, "b": "$token"}');
    expect(printed("php", ["-r", `$token = 1; echo ${text};`])).toEqual({ a: 1, b: "$token" });
  });
});
