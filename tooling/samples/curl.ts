import { photo, type SampleBody, type SampleRequest } from "./request.js";

/** A request as one curl command, with the example's own headers and signature. */
export function writeCurlSample({ method, url, query, headers, body }: SampleRequest): string {
  const asked = Object.entries(query).map(([name, value]) => option("--data-urlencode", `${name}=${value}`));
  const written = Object.entries(headers).map(([name, value]) => option("-H", `${name}: ${value}`));
  const verb = method === "GET" ? (asked.length > 0 ? ["--get"] : []) : ["--request POST"];
  return ["curl", ...verb, quote(url), ...written, ...asked, ...bodyOptions(body)].join(" \\\n  ");
}

function bodyOptions(body: SampleBody): string[] {
  switch (body.type) {
    case "none":
      return [];
    case "json":
      return [option("--data", JSON.stringify(body.value))];
    case "form":
      return Object.entries(body.fields).map(([name, value]) => option("--data-urlencode", `${name}=${value}`));
    case "multipart":
      return [
        ...body.files.map((name) => option("--form", `${name}=@${photo.name};type=${photo.type}`)),
        ...Object.entries(body.fields).map(([name, value]) => option("--form-string", `${name}=${value}`)),
      ];
  }
}

function option(name: string, value: string): string {
  return `${name} ${quote(value)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
