import { existsSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { root } from "@setor-tooling/model/vendors";

/** What a vendor is called. */
export interface Names {
  /** As in `specs/pdam-kota` and `@setor/pdam-kota`. */
  readonly id: string;
  /** As in `createPdamKota`. */
  readonly name: string;
  /** As in `pdamKotaSeed`. */
  readonly variable: string;
  /** For people, as in "Pdam Kota". */
  readonly title: string;
}

/** Why a vendor cannot be called so, in one sentence; `undefined` when it can. */
export function refusalOf(id: string | undefined): string | undefined {
  if (!id) return "Name the vendor: `pnpm new-vendor <id>`, for example `pnpm new-vendor pdam-kota`.";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `"${id}" is no id: it begins with a small letter and holds only small letters and digits, with single hyphens between.`;
  }
  if (!canBeNamed(namesOf(id))) return `"${id}" means something in TypeScript already; choose another id.`;
  const own = [`specs/${id}`, `packages/${id}`, `packages/sandbox/src/vendors/${id}`, `.changeset/${id}.md`];
  const taken = own.find((file) => existsSync(join(root, file)));
  return taken && `There is already a ${taken}; choose another id.`;
}

/** Whether the names are free in the language, and in the module that lists the vendors. */
function canBeNamed({ name, variable }: Names): boolean {
  if (name in globalThis || variable === "registry") return false;
  try {
    new Script(`"use strict"; async () => { const ${variable} = 0; };`);
    return true;
  } catch {
    return false;
  }
}

/** The names that follow from an id. */
export function namesOf(id: string): Names {
  const words = id
    .split("-")
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const name = words.join("");
  return { id, name, variable: name.charAt(0).toLowerCase() + name.slice(1), title: words.join(" ") };
}
