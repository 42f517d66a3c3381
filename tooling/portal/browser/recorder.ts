/** One exchange as it went over the wire, in words. */
export interface Recorded {
  request: string;
  answer: string;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Passes requests on, and keeps the last one and its answer as text. */
export function createRecorder(): { fetch: Fetch; last: Recorded } {
  const last: Recorded = { request: "", answer: "" };
  return {
    last,
    async fetch(url, init) {
      last.request = [
        `${init.method ?? "GET"} ${url}`,
        ...headerLines(new Headers(init.headers)),
        "",
        ...bodyLines(init.body),
      ].join("\n");
      last.answer = "";
      try {
        const response = await fetch(url, init);
        const text = await response.clone().text();
        last.answer = [`HTTP ${response.status}`, ...headerLines(response.headers), "", text].join("\n");
        return response;
      } catch (error) {
        last.answer = String(error);
        throw error;
      }
    },
  };
}

function headerLines(headers: Headers): string[] {
  return [...headers].map(([name, value]) => `${name}: ${value}`);
}

function bodyLines(body: RequestInit["body"]): string[] {
  if (body instanceof FormData) {
    return [...body].map(
      ([name, value]) => `${name}: ${typeof value === "string" ? value : `(${value.size} bytes, ${value.type})`}`,
    );
  }
  return body === undefined || body === null ? [] : [String(body)];
}
