import { bracket, formatPython, quotePython, writePython } from "./literals.js";
import { photo, type SampleBody, type SampleRequest, type SampleSignature } from "./request.js";

const variables = { bearer: formatPython("Bearer {token}"), timestamp: "timestamp", signature: "signature" };

/** A whole program of Python 3.9 or newer and its standard library. */
export function writePythonSample(request: SampleRequest): string {
  const { signature, body } = request;
  return [
    ...imports(request),
    "",
    "# Without the handlers that follow redirects; an answer of any status is read.",
    "opener = urllib.request.OpenerDirector()",
    "opener.add_handler(urllib.request.HTTPHandler())",
    "opener.add_handler(urllib.request.HTTPSHandler())",
    "",
    ...(signature === undefined ? [] : tokenLines(signature)),
    ...(signature === undefined ? [] : [`secret = ${quotePython(signature.secret)}`]),
    ...bodyLines(body),
    ...(signature === undefined ? [] : signingLines(signature, body)),
    ...openLines(request),
    "    print(response.read().decode())",
    "",
  ].join("\n");
}

function openLines(request: SampleRequest): string[] {
  return [
    `request = ${bracket(["urllib.request.Request(", ")"], requestArguments(request))}`,
    `with opener.open(request, timeout=${request.timeoutMs / 1000}) as response:`,
  ];
}

function tokenLines({ token: { request, field } }: SampleSignature): string[] {
  return [
    ...bodyLines(request.body),
    ...openLines(request),
    `    token = json.load(response)[${quotePython(field)}]`,
    "",
  ];
}

function imports({ query, body, signature }: SampleRequest): string[] {
  const modules = [
    ...(signature === undefined ? [] : ["base64", "hashlib", "hmac"]),
    ...(body.type === "json" || signature !== undefined ? ["json"] : []),
    ...(body.type === "form" || Object.keys(query).length > 0 ? ["urllib.parse"] : []),
    "urllib.request",
    ...(body.type === "multipart" || signature?.token.request.body.type === "multipart" ? ["uuid"] : []),
  ];
  return [
    ...modules.map((module) => `import ${module}`),
    ...(signature === undefined ? [] : ["from datetime import datetime, timezone"]),
  ];
}

function requestArguments({ method, url, query, headers, body, signature }: SampleRequest): string[] {
  const asked = Object.keys(query).length > 0 ? ` + urllib.parse.urlencode(${writePython(query, "    ")})` : "";
  const written = Object.entries(headers).map(([name, value]) => {
    const variable = signature?.headers[name];
    return `${quotePython(name)}: ${variable === undefined ? quotePython(value) : variables[variable]}`;
  });
  if (body.type === "multipart") {
    written.push(`"Content-Type": ${formatPython("multipart/form-data; boundary={boundary}")}`);
  }
  return [
    asked === "" ? quotePython(url) : quotePython(`${url}?`) + asked,
    ...(body.type === "none" ? [] : [body.type === "multipart" ? "data=body" : "data=body.encode()"]),
    ...(written.length > 0 ? [`headers=${bracket(["{", "}"], written, "    ")}`] : []),
    ...(method === "GET" ? [] : [`method=${quotePython(method)}`]),
  ];
}

function bodyLines(body: SampleBody): string[] {
  switch (body.type) {
    case "none":
      return [];
    case "json":
      return [`body = ${bracket(["json.dumps(", ")"], [writePython(body.value, "    "), 'separators=(",", ":")'])}`];
    case "form":
      return [`body = urllib.parse.urlencode(${writePython(body.fields)})`];
    case "multipart":
      return multipartLines(body.fields, body.files);
  }
}

function multipartLines(fields: Readonly<Record<string, string>>, files: readonly string[]): string[] {
  return [
    "boundary = uuid.uuid4().hex",
    `fields = ${writePython(fields)}`,
    'body = b""',
    "for name, value in fields.items():",
    String.raw`    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'`,
    String.raw`    body += f"{head}{value}\r\n".encode()`,
    ...files.flatMap(fileLines),
    String.raw`body += f"--{boundary}--\r\n".encode()`,
    "",
  ];
}

function fileLines(name: string): string[] {
  const disposition = `form-data; name="${name}"; filename="${photo.name}"`;
  return [
    `with open(${quotePython(photo.name)}, "rb") as photo:`,
    String.raw`    head = f'--{boundary}\r\nContent-Disposition: ${disposition}\r\n'`,
    String.raw`    head += "Content-Type: ${photo.type}\r\n\r\n"`,
    String.raw`    body += head.encode() + photo.read() + b"\r\n"`,
  ];
}

function signingLines({ text }: SampleSignature, body: SampleBody): string[] {
  return [
    'timestamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")',
    `text = ${formatPython(body.type === "none" ? text.replace("{body}", "") : text)}`,
    "mac = hmac.new(secret.encode(), text.encode(), hashlib.sha256)",
    "signature = base64.b64encode(mac.digest()).decode()",
    "",
  ];
}
