import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { Fetch } from "@setor/core";
import { root } from "@setor-tooling/model/vendors";
import type { PostmanCollection, PostmanItem } from "./collection.js";
import type { PostmanRequest } from "./request.js";
import type { PostmanEvent } from "./scripts.js";
import type { PostmanVariable } from "./variables.js";

/** The part of CryptoJS that the scripts use. */
const CryptoJS = {
  HmacSHA256: (text: string, key: string) => createHmac("sha256", key).update(text).digest(),
  enc: { Base64: { stringify: (mac: Buffer) => mac.toString("base64") } },
};

/** Sends what a collection sends, in its order, as Postman would. Gives the HTTP status of each answer. */
export async function playPostman(
  collection: PostmanCollection,
  environment: readonly PostmanVariable[],
  fetch: Fetch,
  now: () => Date = () => new Date(),
): Promise<number[]> {
  const variables = new Map([...(collection.variable ?? []), ...environment].map(({ key, value }) => [key, value]));
  const statuses: number[] = [];
  for (const item of collection.item) {
    runScripts("prerequest", collection, item, variables, now);
    const { url, init } = await toFetch(item.request, (text) => fill(text, variables));
    const response = await fetch(url, init);
    const answer: unknown = await response.json();
    runScripts("test", collection, item, variables, now, answer);
    statuses.push(response.status);
  }
  return statuses;
}

/** Puts the values of variables in their places. */
function fill(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (place, name: string) => variables.get(name) ?? place);
}

function runScripts(
  listen: PostmanEvent["listen"],
  collection: PostmanCollection,
  { request, event = [] }: PostmanItem,
  variables: Map<string, string>,
  now: () => Date,
  answer?: unknown,
): void {
  const set = (name: string, value: string) => variables.set(name, value);
  const pm = {
    request: {
      method: request.method,
      url: { toString: () => request.url.raw },
      headers: { has: (name: string) => request.header.some(({ key }) => key === name) },
      body: request.body?.mode === "raw" ? { raw: request.body.raw } : undefined,
    },
    response: { json: () => answer },
    variables: {
      get: (name: string) => variables.get(name),
      set,
      replaceIn: (text: string) => fill(text, variables),
    },
    collectionVariables: { set },
  };
  class FixedDate extends Date {
    constructor() {
      super(now());
    }
  }
  for (const { script } of [...(collection.event ?? []), ...event].filter((each) => each.listen === listen)) {
    runInNewContext(script.exec.join("\n"), { pm, CryptoJS, Date: FixedDate });
  }
}

async function toFetch({ method, url, header, body }: PostmanRequest, filled: (text: string) => string) {
  const search = new URLSearchParams((url.query ?? []).map(({ key, value }): [string, string] => [key, filled(value)]));
  const address = filled([...url.host, ...url.path].join("/"));
  const headers = Object.fromEntries(header.map(({ key, value }) => [key, filled(value)]));
  const sent = await toBody(body, filled);
  const init = { method, headers, redirect: "manual" as const, ...(sent !== undefined && { body: sent }) };
  return { url: search.size > 0 ? `${address}?${search}` : address, init };
}

async function toBody(body: PostmanRequest["body"], filled: (text: string) => string) {
  switch (body?.mode) {
    case undefined:
      return undefined;
    case "raw":
      return filled(body.raw);
    case "urlencoded":
      return new URLSearchParams(body.urlencoded.map(({ key, value }): [string, string] => [key, filled(value)]));
    case "formdata": {
      const form = new FormData();
      for (const entry of body.formdata) {
        if (entry.type === "text") form.append(entry.key, filled(entry.value));
        else {
          const bytes = await readFile(join(root, "packages", "npwp-ocr", "test", entry.src));
          form.append(entry.key, new Blob([Uint8Array.from(bytes)], { type: "image/jpeg" }), entry.src);
        }
      }
      return form;
    }
  }
}
