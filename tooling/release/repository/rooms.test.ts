import { describe, expect, it } from "vitest";
import { memberOf, readImports } from "./imports.js";

/** Which rooms of the tooling each may use. None is on both sides of an arrow, so none runs back. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  "ws-pbb": [],
  "ledger-model": [],
  answers: ["model"],
  codegen: ["model"],
  "late-delivery": ["model"],
  lint: ["model"],
  "long-run": ["model"],
  mock: ["model"],
  play: ["model"],
  postgres: ["model"],
  samples: ["model"],
  workflows: ["model"],
  contract: ["model", "mock"],
  engines: ["model", "postgres"],
  fuzz: ["model", "long-run"],
  ledger: ["model", "long-run", "postgres"],
  money: ["model", "long-run", "play", "postgres"],
  "new-vendor": ["model", "codegen"],
  portal: ["model", "answers", "play", "samples"],
  "ledger-guides": ["model", "samples"],
  "ledger-page": ["model", "portal"],
  "quick-starts": ["model"],
  publishing: ["model", "samples"],
  "samples-conformance": ["model", "mock", "samples"],
  mutation: ["model", "contract", "fuzz"],
  api: ["model", "publishing"],
  repository: ["model", "publishing"],
  runtimes: ["model", "samples", "publishing"],
  strangers: ["model", "publishing"],
  serve: ["model", "mock", "portal"],
  bench: ["model", "mock", "portal"],
};

const imports = readImports();

/** `a -> b` for every import that leaves its package, by the names of the two. */
function arrows(): string[] {
  const crossing = [...imports].flatMap(([file, found]) => {
    const from = memberOf(file)?.name ?? "scripts";
    return found.map((path) => [from, memberOf(path)?.name ?? "scripts"] as const);
  });
  return [...new Set(crossing.filter(([from, to]) => from !== to).map(([from, to]) => `${from} -> ${to}`))].sort();
}

/** A way from a module back to itself, or nothing. */
function findCircle(): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe("the rooms", () => {
  it("the rooms use each other as the table allows, and no more", () => {
    const room = /^@setor-tooling\//;
    const seen = arrows()
      .map((arrow) => arrow.split(" -> "))
      .filter(([from = "", to = ""]) => room.test(from) && room.test(to))
      .map((pair) => pair.map((name) => name.replace(room, "")).join(" -> "));
    const stated = Object.entries(allowed).flatMap(([from, rooms]) => rooms.map((to) => `${from} -> ${to}`));
    expect(seen).toEqual(stated.sort());
  });

  it("the rooms stand above those that they use, so that no arrow runs back up", () => {
    const order = Object.keys(allowed);
    const upward = Object.entries(allowed).flatMap(([from, rooms]) =>
      rooms.filter((to) => order.indexOf(to) >= order.indexOf(from)).map((to) => `${from} -> ${to}`),
    );
    expect(upward).toEqual([]);
  });

  it("the rooms give a published package nothing but the model, and that to its tests", () => {
    const used = arrows().filter((arrow) => /^@setor\/[\w-]+ -> @setor-tooling/.test(arrow));
    expect(used.filter((arrow) => !arrow.endsWith(" -> @setor-tooling/model"))).toEqual([]);
    const published = [...imports].filter(
      ([file]) => /^packages\/[\w-]+\/src\//.test(file) && !file.endsWith(".test.ts"),
    );
    const reached = published.flatMap(([, found]) => found.filter((path) => path.startsWith("tooling/")));
    expect(reached).toEqual([]);
  });

  it("the rooms give a profile nothing but the model, its suites what declares them, and know none by its name", () => {
    const foreign = [...imports].filter(([file, found]) => {
      const [, vendor] = /^@setor-profile\/(.+)$/.exec(memberOf(file)?.name ?? "") ?? [];
      const suites = file.endsWith("/conformance.test.ts")
        ? ["@setor-tooling/contract", "@setor-tooling/mutation"]
        : [];
      const given = ["@setor-tooling/model", "@setor/core", "@setor/sandbox", `@setor/${vendor}`, ...suites];
      const members = found.map((path) => memberOf(path)?.name ?? "scripts");
      return vendor !== undefined && members.some((to) => to !== `@setor-profile/${vendor}` && !given.includes(to));
    });
    expect(foreign).toEqual([]);
    expect(arrows().filter((arrow) => arrow.includes(" -> @setor-profile/"))).toEqual([]);
  });
});

it("no module imports itself, over however many others", () => {
  expect(findCircle()?.join(" -> ")).toBeUndefined();
});
