/** Makes a client with a function that its package, built as a script of this site, exports. */
export async function makeClient(script: string, factory: string, options: object): Promise<object> {
  const exported: object = await import(new URL(script, document.baseURI).href);
  const make: unknown = Reflect.get(exported, factory);
  if (typeof make !== "function") throw new TypeError(`There is no ${factory}.`);
  return Reflect.apply(make, undefined, [options]);
}

/** Calls a method of a client by its name. */
export async function callMethod(client: object, operation: string, input: unknown): Promise<unknown> {
  const method: unknown = Reflect.get(client, operation);
  if (typeof method !== "function") throw new TypeError(`There is no ${operation}.`);
  return Reflect.apply(method, client, isEmpty(input) ? [] : [input]);
}

function isEmpty(input: unknown): boolean {
  return typeof input === "object" && input !== null && Object.keys(input).length === 0;
}
