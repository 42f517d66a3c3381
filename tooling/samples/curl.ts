import { photo, type SampleBody, type SampleRequest, type SampleSignature } from "./request.js";

const variables = { bearer: "Bearer $token", timestamp: "$timestamp", signature: "$signature" };

/** A request as one curl command; what is signed is signed by the lines above it, with openssl. */
export function writeCurlSample(request: SampleRequest): string {
  const { body, signature } = request;
  return signature === undefined
    ? curl(request, bodyOptions(body))
    : [...signingLines(signature, body), curl(request, body.type === "none" ? [] : ['--data "$body"'])].join("\n");
}

function curl({ method, url, query, headers, signature }: SampleRequest, body: readonly string[]): string {
  const asked = Object.entries(query).map(([name, value]) => option("--data-urlencode", `${name}=${value}`));
  const written = Object.entries(headers).map(([name, value]) => {
    const variable = signature?.headers[name];
    return variable === undefined ? option("-H", `${name}: ${value}`) : `-H "${name}: ${variables[variable]}"`;
  });
  const verb = method === "GET" ? (asked.length > 0 ? ["--get"] : []) : ["--request POST"];
  return ["curl", ...verb, quote(url), ...written, ...asked, ...body].join(" \\\n  ");
}

function signingLines({ token, secret, text }: SampleSignature, body: SampleBody): string[] {
  const { request, field } = token;
  const answer = curl(request, bodyOptions(request.body)).replace("curl", "curl --silent");
  const written = body.type === "json" ? JSON.stringify(body.value) : "";
  const signed = text.replace(/\{(\w+)\}/g, "$$$1");
  return [
    `token=$(${answer} |`,
    `  sed 's/.*"${field}": *"\\([^"]*\\)".*/\\1/')`,
    "timestamp=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)",
    `body=${quote(written)}`,
    `signature=$(printf '%s' "${signed}" |`,
    `  openssl dgst -sha256 -hmac ${quote(secret)} -binary | openssl base64)`,
  ];
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
