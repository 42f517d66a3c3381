import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import ts from "typescript";

/** The name of a package of the workspace and its folder, from the root, with slashes. */
interface Member {
  readonly name: string;
  readonly folder: string;
}

/** The modules of the packages, the tooling and the scripts, tests included, with those that each imports. */
export function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = listFiles("*.ts", "*.mjs");
  const members = listMembers();
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"));
      const found = importedFiles.map(({ fileName }) => resolve(file, fileName, members));
      return [file, found.filter((path) => path !== undefined && files.includes(path)) as string[]];
    }),
  );
}

/** The package in which a file is; the innermost, where one is inside another. */
export function memberOf(file: string): Member | undefined {
  const inside = listMembers().filter(({ folder }) => file.startsWith(`${folder}/`));
  return inside.toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

let members: readonly Member[] | undefined;

function listMembers(): readonly Member[] {
  members ??= listFiles("package.json", "*/package.json").map((file) => ({
    name: JSON.parse(readFileSync(join(root, file), "utf8")).name,
    folder: dirname(file),
  }));
  return members;
}

function listFiles(...patterns: string[]): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim().split("\n");
  return listed.filter((file) => /^(packages|tooling|scripts)\//.test(file) && existsSync(join(root, file)));
}

function resolve(from: string, name: string, known: readonly Member[]): string | undefined {
  if (name.startsWith(".")) return posix.join(posix.dirname(from), name).replace(/\.js$/, ".ts");
  const member = known.find((each) => name === each.name || name.startsWith(`${each.name}/`));
  if (member === undefined) return undefined;
  return name === member.name
    ? `${member.folder}/src/index.ts`
    : `${member.folder}${name.slice(member.name.length)}.ts`;
}
