import { bracket, formatPhp, quotePhp, writePhp } from "./literals.js";
import { photo, type SampleBody, type SampleRequest, type SampleSignature } from "./request.js";

const variables = { bearer: "Bearer {token}", timestamp: "{timestamp}", signature: "{signature}" };

/** A whole program of PHP 8.1 or newer and its curl extension. */
export function writePhpSample(request: SampleRequest): string {
  const { signature, body } = request;
  return [
    "<?php",
    "",
    ...(signature === undefined ? [] : signingLines(signature, body)),
    ...callLines(request),
    String.raw`echo $answer, "\n";`,
    "",
  ].join("\n");
}

/** Sends a request, and leaves its answer in a variable. */
function callLines(request: SampleRequest): string[] {
  const { url, query } = request;
  const asked = Object.keys(query).length > 0;
  return [
    asked
      ? `$curl = curl_init(${quotePhp(`${url}?`)} . http_build_query(${writePhp(query)}));`
      : `$curl = curl_init(${quotePhp(url)});`,
    "curl_setopt_array($curl, [",
    ...options(request).map((option) => `    ${option},`),
    "]);",
    "$answer = curl_exec($curl);",
    "if ($answer === false) {",
    "    throw new RuntimeException(curl_error($curl));",
    "}",
  ];
}

function options({ method, headers, body, signature, timeoutMs }: SampleRequest): string[] {
  const written = Object.entries(headers).map(([name, value]) => {
    const variable = signature?.headers[name];
    return variable === undefined ? quotePhp(`${name}: ${value}`) : formatPhp(`${name}: ${variables[variable]}`);
  });
  return [
    ...(method === "POST" ? ["CURLOPT_POST => true"] : []),
    ...(body.type === "none" ? [] : [`CURLOPT_POSTFIELDS => ${signature === undefined ? bodyOf(body) : "$body"}`]),
    ...(written.length > 0 ? [`CURLOPT_HTTPHEADER => ${bracket(["[", "]"], written, "    ")}`] : []),
    "CURLOPT_FOLLOWLOCATION => false",
    "CURLOPT_RETURNTRANSFER => true",
    `CURLOPT_TIMEOUT_MS => ${timeoutMs}`,
  ];
}

/** The value of a body; an array is sent as multipart, with a boundary that curl chooses. */
function bodyOf(body: SampleBody, indent = "    "): string {
  switch (body.type) {
    case "none":
      return "''";
    case "json":
      return `json_encode(${writePhp(body.value, indent)}, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR)`;
    case "form":
      return `http_build_query(${writePhp(body.fields, indent)})`;
    case "multipart":
      return bracket(
        ["[", "]"],
        [
          ...body.files.map(
            (name) => `${quotePhp(name)} => new CURLFile(${quotePhp(photo.name)}, ${quotePhp(photo.type)})`,
          ),
          ...Object.entries(body.fields).map(([name, value]) => `${quotePhp(name)} => ${quotePhp(value)}`),
        ],
        indent,
      );
  }
}

function signingLines({ token, secret, text }: SampleSignature, body: SampleBody): string[] {
  return [
    ...callLines(token.request),
    `$token = json_decode($answer, true)[${quotePhp(token.field)}];`,
    "",
    `$secret = ${quotePhp(secret)};`,
    ...(body.type === "none" ? [] : [`$body = ${bodyOf(body, "")};`]),
    String.raw`$timestamp = gmdate('Y-m-d\TH:i:s.v\Z');`,
    `$text = ${formatPhp(body.type === "none" ? text.replace("{body}", "") : text)};`,
    "$signature = base64_encode(hash_hmac('sha256', $text, $secret, true));",
    "",
  ];
}
