import type { SampleSigning } from "@setor-tooling/model/profile";
import { postmanVariable } from "./variables.js";

export interface PostmanEvent {
  readonly listen: "prerequest" | "test";
  readonly script: { readonly type: "text/javascript"; readonly exec: readonly string[] };
}

/** Signs every request that has room for a signature, over the text that is about to be sent. */
export function signingEvent(vendor: string, { text, unsignedPrefix, headers, secret }: SampleSigning): PostmanEvent {
  const [header = ""] = Object.entries(headers).find(([, carries]) => carries === "signature") ?? [];
  const name = (field: string) => JSON.stringify(postmanVariable(vendor, field));
  const template = `\`${text.replace(/\{(?=\w+\})/g, "${")}\``;
  return event(
    "prerequest",
    `if (pm.request.headers.has(${JSON.stringify(header)})) {
  const [url] = pm.variables.replaceIn(pm.request.url.toString()).split(/[?#]/);
  // The path that is signed begins behind the prefix.
  const prefix = ${JSON.stringify(unsignedPrefix)};
  const path = url.slice(url.indexOf(prefix + "/") + prefix.length);
  const verb = pm.request.method;
  const body = pm.variables.replaceIn(pm.request.body?.raw ?? "");
  const token = pm.variables.get(${name("token")});
  const timestamp = new Date().toISOString();
  const text = ${template};
  const mac = CryptoJS.HmacSHA256(text, pm.variables.get(${name(secret.field)}));
  pm.variables.set(${name("timestamp")}, timestamp);
  pm.variables.set(${name("signature")}, CryptoJS.enc.Base64.stringify(mac));
}`,
  );
}

/** Keeps the token of an answer for the requests that follow. */
export function tokenEvent(vendor: string, { tokenField }: SampleSigning): PostmanEvent {
  return event(
    "test",
    `const { ${tokenField}: token } = pm.response.json();
if (token !== undefined) pm.collectionVariables.set(${JSON.stringify(postmanVariable(vendor, "token"))}, token);`,
  );
}

function event(listen: PostmanEvent["listen"], program: string): PostmanEvent {
  return { listen, script: { type: "text/javascript", exec: program.split("\n") } };
}
