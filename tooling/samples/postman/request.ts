import { photo, type SampleBody, type SampleRequest } from "../request.js";

interface Entry {
  readonly key: string;
  readonly value: string;
}

type FormEntry =
  | (Entry & { readonly type: "text" })
  | { readonly key: string; readonly type: "file"; readonly src: string };

type PostmanBody =
  | { readonly mode: "raw"; readonly raw: string; readonly options: { readonly raw: { readonly language: "json" } } }
  | { readonly mode: "urlencoded"; readonly urlencoded: readonly Entry[] }
  | { readonly mode: "formdata"; readonly formdata: readonly FormEntry[] };

export interface PostmanRequest {
  readonly method: string;
  readonly header: readonly Entry[];
  readonly url: {
    readonly raw: string;
    readonly host: readonly string[];
    readonly path: readonly string[];
    readonly query?: readonly Entry[];
  };
  readonly body?: PostmanBody;
  readonly description?: string;
}

/**
 * A request as Postman writes it. Its URL begins with the variable that is the server; `shown` gives what stands for
 * the value of a field or a header, as the name of a variable. In JSON a variable stands in quotes, unless its field is
 * one of `numbers`.
 */
export function postmanRequest(
  { method, url, query, headers, body }: Omit<SampleRequest, "timeoutMs" | "signature">,
  shown: (name: string, value: string) => string,
  numbers: readonly string[] = [],
): PostmanRequest {
  const entries = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([key, value]) => ({ key, value: shown(key, value) }));
  const [host = "", ...path] = url.replace(encodedPlaceholder, "{{$1}}").split("/");
  const asked = entries(query);
  const raw = [host, ...path].join("/");
  const search = asked.map(({ key, value }) => `${key}=${value}`).join("&");
  const written = writeBody(body, entries, numbers);
  return {
    method,
    header: entries(headers),
    url: {
      raw: search === "" ? raw : `${raw}?${search}`,
      host: [host],
      path,
      ...(asked.length > 0 && { query: asked }),
    },
    ...(written !== undefined && { body: written }),
  };
}

/** The placeholder of a variable in a path, where everything is encoded. */
const encodedPlaceholder = /%7B%7B([\w-]+)%7D%7D/g;

function writeBody(
  body: SampleBody,
  entries: (fields: Readonly<Record<string, string>>) => Entry[],
  numbers: readonly string[],
): PostmanBody | undefined {
  switch (body.type) {
    case "none":
      return undefined;
    case "json":
      // Written once: these bytes are what is signed.
      return { mode: "raw", raw: writeJson(body.value, numbers), options: { raw: { language: "json" } } };
    case "form":
      return { mode: "urlencoded", urlencoded: entries(body.fields) };
    case "multipart":
      return {
        mode: "formdata",
        formdata: [
          ...body.files.map((key) => ({ key, type: "file" as const, src: photo.name })),
          ...entries(body.fields).map((entry) => ({ ...entry, type: "text" as const })),
        ],
      };
  }
}

function writeJson(value: unknown, numbers: readonly string[]): string {
  const bare = (json: string, field: string) =>
    json.replace(new RegExp(`("${field}":)"(\\{\\{[\\w-]+\\}\\})"`), "$1$2");
  return numbers.reduce(bare, JSON.stringify(value));
}
