import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { JavaError } from "./java.js";
import { findRoute, type Route } from "./routes.js";
import { type Answer, type Build, createService, type Service, type Trouble } from "./service.js";
import { createDatabase, type Database, type Sppt } from "./tables.js";

export interface WsPbbOptions {
  readonly build: Build;
  readonly bills: readonly Sppt[];
  readonly now: () => Date;
  /** Minutes ahead of UTC; 420, WIB, by default. */
  readonly offsetMinutes?: number;
  /** Whether a trigger of the region's own marks a bill when its payment is inserted; no by default. */
  readonly marksPaid?: boolean;
}

export interface WsPbb {
  /** With the context path, without a slash at the end. */
  readonly url: string;
  readonly database: Database;
  readonly trouble: Trouble;
  close(): Promise<void>;
}

const contextPaths: Record<Build, string> = { WAR: "/Spring-Rest-Hibernate-Pbb", Boot: "" };

/**
 * WS PBB as its public sources have it (specs/pbb/SOURCES.md), put down from them and not from the sandbox, so that the
 * two can be compared: tables, procedures, and what Spring and Tomcat do around them. Serves on loopback.
 */
export async function serveWsPbb(options: WsPbbOptions): Promise<WsPbb> {
  const { build, bills, now, offsetMinutes = 420, marksPaid = false } = options;
  const trouble: Trouble = {
    marksPaid,
    logFails: false,
    databaseDown: false,
    statementFails: false,
    emptyCursor: false,
  };
  const database = createDatabase(bills);
  const service = createService({ build, database, now, offsetMinutes, trouble });
  const server = createServer((request, response) => {
    const { status, type, body } = answer(request, build, service);
    response.writeHead(status, type === undefined ? {} : { "Content-Type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${contextPaths[build]}`,
    database,
    trouble,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

function answer({ method, url = "", headers, socket }: IncomingMessage, build: Build, service: Service): Reply {
  const [path = ""] = url.split("?");
  const route = path.startsWith(`${contextPaths[build]}/`)
    ? findRoute(path.slice(contextPaths[build].length), build)
    : undefined;
  if (route === undefined) return errorPage(build, 404);
  if (route === "bad-request") return errorPage(build, 400);
  // The help page takes any method. Spring 4.3 answers HEAD like GET, and does what GET does; Spring 4.0 refuses it.
  const asGet = method === "GET" || (method === "HEAD" && build === "Boot");
  if (!asGet && route.operation !== "help") return errorPage(build, 405);
  try {
    const result = execute(route, service, String(headers["x-forwarded-for"] ?? socket.remoteAddress));
    if (typeof result === "string") return { status: 200, type: "text/html;charset=UTF-8", body: result };
    if (result === undefined) return { status: 200, body: "" };
    return { status: 200, type: "application/json;charset=UTF-8", body: JSON.stringify(result) };
  } catch (error) {
    if (!(error instanceof JavaError)) throw error;
    return errorPage(build, 500);
  }
}

function execute({ operation, variables }: Route, service: Service, ip: string): Answer | string {
  const [first = "", second = "", third = "", fourth = ""] = variables;
  switch (operation) {
    case "help":
      return "Selamat Datang<br>";
    case "info":
      return { name: first, message: `Halo ${first}` };
    case "sppt":
      return service.inquire(first, second);
    case "bayar":
      return service.pay(first, second, third, fourth, ip);
    case "reversal":
      return service.reverse(first, second, third, ip);
  }
}

/** Tomcat's page in HTML; Boot has its own in JSON, but for what Tomcat itself refuses. */
function errorPage(build: Build, status: number): Reply {
  return build === "Boot" && status !== 400
    ? { status, type: "application/json;charset=UTF-8", body: JSON.stringify({ status }) }
    : { status, type: "text/html;charset=utf-8", body: `<html><body>HTTP Status ${status}</body></html>` };
}
