import type { VendorProfile } from "@setor-tooling/model/profile";
import { firstScenarios, listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { Document } from "@setor-tooling/model/spec/document";

type Fields = Readonly<Record<string, string>>;

export type SampleBody =
  | { readonly type: "none" }
  | { readonly type: "json"; readonly value: unknown }
  | { readonly type: "form"; readonly fields: Fields }
  | { readonly type: "multipart"; readonly fields: Fields; readonly files: readonly string[] };

/** What a program has to know to sign its request itself. */
export interface SampleSignature {
  /** What gets it a token, and the field of the answer that carries it. */
  readonly token: { readonly request: SampleRequest; readonly field: string };
  readonly secret: string;
  /** What is signed, with `{token}`, `{timestamp}` and `{body}` in their places. */
  readonly text: string;
  /** The names of the headers that differ each time, and what each carries. */
  readonly headers: Readonly<Record<string, "bearer" | "timestamp" | "signature">>;
}

/** The request of a scenario as samples in any language write it. */
export interface SampleRequest {
  readonly method: "GET" | "POST";
  /** Without the query. */
  readonly url: string;
  readonly query: Fields;
  /** As in the example: with its token, its time and its signature. */
  readonly headers: Fields;
  readonly body: SampleBody;
  readonly timeoutMs: number;
  readonly signature: SampleSignature | undefined;
}

/** The photo that samples send; its bytes are anybody's own. */
export const photo = { name: "npwp.jpg", type: "image/jpeg" };

/** The request of a scenario, sent to a server: the sandbox's path for the vendor, or the vendor's own. */
export function sampleRequest(
  spec: Document,
  scenario: Scenario,
  profile: VendorProfile,
  server: string,
): SampleRequest {
  const { method, operation, request } = scenario;
  const body = bodyOf(scenario);
  const bearer = profile.bearer?.(scenario);
  return {
    method: method === "get" ? "GET" : "POST",
    url: server.replace(/\/+$/, "") + pathOf(scenario),
    query: texts(request.query),
    headers: {
      ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      ...texts(request.header),
      ...(body.type === "json" && { "Content-Type": "application/json" }),
    },
    body,
    timeoutMs: operation["x-timeout-ms"],
    signature: bearer === undefined ? undefined : signatureOf(spec, scenario, profile, server),
  };
}

/** The path of a scenario's URL, with its parameters in place. */
function pathOf({ path, request }: Scenario): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(request.path[name])));
}

function bodyOf({ operation, request }: Scenario): SampleBody {
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  switch (mediaType) {
    case undefined:
      return { type: "none" };
    case "application/json":
      return { type: "json", value: request.body };
    case "multipart/form-data": {
      const isFile = ([name]: [string, unknown]) => media?.schema?.properties?.[name]?.format === "binary";
      const entries = Object.entries(request.body ?? {});
      const fields = Object.fromEntries(entries.filter((entry) => !isFile(entry)));
      return { type: "multipart", fields: texts(fields), files: entries.filter(isFile).map(([name]) => name) };
    }
    default:
      return { type: "form", fields: texts(request.body ?? {}) };
  }
}

function signatureOf(
  spec: Document,
  scenario: Scenario,
  profile: VendorProfile,
  server: string,
): SampleSignature | undefined {
  const { signing } = profile;
  const issued = firstScenarios(listScenarios(scenario.vendor, spec)).find(isIssuing);
  if (signing === undefined || issued === undefined) return undefined;
  const known: Readonly<Record<string, string>> = {
    path: pathOf(scenario).replace(signing.unsignedPrefix, ""),
    verb: scenario.method.toUpperCase(),
  };
  return {
    token: { request: sampleRequest(spec, issued, profile, server), field: signing.tokenField },
    secret: signing.secret.value,
    text: signing.text.replace(/\{(\w+)\}/g, (placeholder, name: string) => known[name] ?? placeholder),
    headers: { Authorization: "bearer", ...signing.headers },
  };
}

function isIssuing({ operation }: Scenario): boolean {
  return operation["x-effect"] === "auth";
}

function texts(values: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
