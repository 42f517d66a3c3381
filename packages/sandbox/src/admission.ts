import type { IncomingMessage } from "node:http";

/** Whom the sandbox answers: this machine under its own names, and the pages that it was told of. */
export interface Door {
  readonly port: number;
  readonly origins: readonly string[];
}

/** An answer in place of the sandbox's, and why. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

const names = ["127.0.0.1", "localhost", "[::1]"];

/**
 * The URL that a request asks for, or why it gets nothing. Any page on the web can make a browser send requests to this
 * machine: by a link, an image or a form, or under a name of its own that it points here.
 */
export function admit({ url: target = "/", headers }: IncomingMessage, door: Door): URL | Refusal {
  const host = readUrl(`http://${headers.host ?? ""}`);
  // A path may begin with two slashes; that does not make a host of what follows.
  const asked = readUrl(target.startsWith("/") ? `http://${headers.host}${target}` : target);
  if (host === undefined || asked === undefined) {
    return { status: 400, message: "The path or the Host of the request cannot be read." };
  }
  const own = names.map((name) => new URL(`http://${name}:${door.port}`).host);
  if (own.includes(host.host) && own.includes(asked.host)) return refusePage(headers, door) ?? asked;
  return { status: 403, message: `The Host must be 127.0.0.1, localhost or [::1], with the port ${door.port}.` };
}

export function isRefusal(admitted: URL | Refusal): admitted is Refusal {
  return !(admitted instanceof URL);
}

function readUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function refusePage(headers: IncomingMessage["headers"], { origins }: Door): Refusal | undefined {
  const { origin } = headers;
  if (origin !== undefined) {
    const message = `The origin ${origin} is not among the \`origins\` that the sandbox was started with.`;
    return origins.includes(origin) ? undefined : { status: 403, message };
  }
  // Written by browsers alone: an image or a link names no origin, and is a page's doing all the same.
  const site = headers["sec-fetch-site"];
  if (site !== "cross-site" && site !== "same-site") return undefined;
  return { status: 403, message: "A page of another origin has made the browser send this." };
}
