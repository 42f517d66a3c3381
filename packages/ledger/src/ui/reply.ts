import type { ServerResponse } from "node:http";
import type { Html } from "../reconciliation/html.js";
import { safeHeaders } from "./guard.js";

/** What is answered. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function page(content: Html, status = 200): Reply {
  return { status, type: "text/html; charset=utf-8", body: content.toString() };
}

export function text(status: number, body: string): Reply {
  return { status, type: "text/plain; charset=utf-8", body: `${body}\n` };
}

/** After a form: the browser gets the page by a request of its own, so that nothing is sent twice. */
export function redirect(location: string, cookie?: string): Reply {
  return { ...text(303, ""), headers: { location, ...(cookie !== undefined && { "set-cookie": cookie }) } };
}

export function send(response: ServerResponse, { status, type, body, headers = {} }: Reply, isHead: boolean): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...safeHeaders, "content-type": type, "content-length": bytes.length, ...headers });
  response.end(isHead ? undefined : bytes);
}
