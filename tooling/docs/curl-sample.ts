import { defaultUrl } from "../contract/perform.js";
import type { Scenario } from "../contract/scenarios.js";
import type { Document } from "../spec/document.js";

/** The request of a scenario as one curl command, with the example's own headers and signature. */
export function writeCurlSample(spec: Document, scenario: Scenario, bearer: string | undefined): string {
  const { located, request } = scenario;
  const path = located.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(request.path[name])));
  const url = defaultUrl(spec).replace(/\/+$/, "") + path;
  const query = Object.entries(request.query).map(([name, value]) => option("--data-urlencode", `${name}=${value}`));
  const headers = Object.entries(request.header).map(([name, value]) => option("-H", `${name}: ${value}`));
  const authorization = bearer === undefined ? [] : [option("-H", `Authorization: Bearer ${bearer}`)];
  const method = located.method === "get" ? (query.length > 0 ? ["--get"] : []) : ["--request POST"];
  return ["curl", ...method, quote(url), ...authorization, ...headers, ...query, ...bodyOptions(scenario)].join(
    " \\\n  ",
  );
}

function bodyOptions({ located, request }: Scenario): string[] {
  const [mediaType, media] = Object.entries(located.operation.requestBody?.content ?? {})[0] ?? [];
  const fields = Object.entries(request.body ?? {});
  switch (mediaType) {
    case undefined:
      return [];
    case "application/json":
      return [option("-H", "Content-Type: application/json"), option("--data", JSON.stringify(request.body))];
    case "multipart/form-data":
      return fields.map(([name, value]) =>
        media?.schema?.properties?.[name]?.format === "binary"
          ? option("--form", `${name}=@npwp.jpg;type=image/jpeg`)
          : option("--form-string", `${name}=${value}`),
      );
    default:
      return fields.map(([name, value]) => option("--data-urlencode", `${name}=${value}`));
  }
}

function option(name: string, value: string): string {
  return `${name} ${quote(value)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
