import { createBphtb } from "@setor/bphtb";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createPbb } from "@setor/pbb";
import { createQris } from "@setor/qris";

/** The clients that the page can make, by the names of their packages' functions. */
export const factories: Readonly<Record<string, (options: never) => object>> = {
  createBphtb,
  createEsamsat,
  createNpwpOcr,
  createPbb,
  createQris,
};

/** Calls a method of a client by its name. */
export async function callMethod(client: object, operation: string, input: unknown): Promise<unknown> {
  const method: unknown = Reflect.get(client, operation);
  if (typeof method !== "function") throw new TypeError(`There is no ${operation}.`);
  return Reflect.apply(method, client, isEmpty(input) ? [] : [input]);
}

function isEmpty(input: unknown): boolean {
  return typeof input === "object" && input !== null && Object.keys(input).length === 0;
}
