import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { errorName } from "../error-name.js";
import { type Desk, loginForm, takeForm } from "./forms.js";
import { refusalOf } from "./guard.js";
import { isLanguage, preferred, texts } from "./languages.js";
import { failed, login, notFound, readPage } from "./pages.js";
import { cookieOf, readForm } from "./reading.js";
import { type Reply, send, text } from "./reply.js";
import type { Served } from "./served.js";
import { createSessions } from "./sessions.js";
import { icon, style } from "./style.js";
import { noticeOf, type View } from "./view.js";

/** The page as it is served. */
export interface OperationsPage {
  readonly url: string;
  /** Answers what has been asked, then listens no more. */
  close(): Promise<void>;
}

const loopback = "127.0.0.1";

/** Serves the operations page on this machine, and to nobody else. */
export async function serveOperationsPage(served: Served): Promise<OperationsPage> {
  const { ledger, people = [], now = Date.now, complain = () => {} } = served;
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 8_192 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(served.port, loopback, resolve);
  });
  // A server on a port has no other kind of address.
  const { port } = server.address() as AddressInfo;
  const sessions = createSessions(people, now);
  const desk: Desk = { ledger, sessions, cookie: `setor-ledger-${port}` };

  function viewOf({ headers }: IncomingMessage, url: URL): View {
    const chosen = url.searchParams.get("lang");
    const language = isLanguage(chosen) ? chosen : (served.language ?? preferred(headers["accept-language"]));
    const query = new URLSearchParams(url.searchParams);
    for (const name of ["lang", "said"]) query.delete(name);
    return {
      language,
      isChosen: isLanguage(chosen),
      say: texts[language],
      now: now(),
      path: query.size === 0 ? url.pathname : `${url.pathname}?${query}`,
      session: sessions.find(cookieOf(headers.cookie, desk.cookie)),
      isDecidable: people.length > 0,
      notice: noticeOf(url.searchParams.get("said")),
      isForgetful: served.isForgetful?.() ?? false,
    };
  }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const refusal = refusalOf(request, port);
    if (refusal !== undefined) return text(refusal.status, refusal.text);
    const url = new URL(`http://${loopback}${request.url}`);
    if (url.pathname === "/style.css") return { status: 200, type: "text/css; charset=utf-8", body: style };
    if (url.pathname === "/icon.svg") return { status: 200, type: "image/svg+xml", body: icon };
    const view = viewOf(request, url);
    try {
      if (people.length === 0 && (request.method === "POST" || url.pathname === "/login")) return notFound(view);
      if (request.method === "POST") {
        const form = await readForm(request);
        return form === undefined
          ? text(413, "This form is too long.")
          : await takeForm(desk, view, url.pathname, form);
      }
      if (url.pathname === "/login") return login(view, loginForm(desk, url.searchParams.get("payment")));
      return await readPage(view, ledger, url);
    } catch (error) {
      complain(errorName(error));
      return failed(view);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await answer(request).catch(() => text(400, "This is no request of this page."));
    // What was not read of a form is not waited for.
    if (!request.complete) response.shouldKeepAlive = false;
    send(response, reply, request.method === "HEAD");
  }

  server.on("request", (request, response) => void serve(request, response));
  return {
    url: `http://${loopback}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
