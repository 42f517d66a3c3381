import type { Sandbox } from "@setor/sandbox";
import type { PlayVendor } from "../vendor.js";
import type { NewEvent } from "./events.js";
import { readSigned, writeAnswer, writeRequest } from "./wire-text.js";

/** What is under way between the clients and the sandbox. */
export interface Wiring {
  /** For the clients: carries to the sandbox and back, and writes down what it sees. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** For the clients: says which operation is sent next. */
  onRequest(record: { readonly operation: string }): void;
  /** How many requests are out that nothing has ended yet. */
  readonly airborne: number;
}

interface Watch {
  readonly sandbox: Pick<Sandbox, "fetch" | "baseUrl">;
  readonly vendor: PlayVendor;
  record(event: NewEvent): void;
  /** Told of everything that goes on. */
  progress(): void;
}

export function createWiring({ sandbox, vendor, record, progress }: Watch): Wiring {
  let airborne = 0;
  let next = "";
  const base = sandbox.baseUrl(vendor.id);

  /** Ends a request once, however it ends. */
  function takeOff() {
    let over = false;
    airborne += 1;
    progress();
    return (event: NewEvent) => {
      progress();
      if (over) return;
      over = true;
      airborne -= 1;
      record(event);
    };
  }

  return {
    onRequest({ operation }) {
      next = operation;
    },
    get airborne() {
      return airborne;
    },
    async fetch(url, init) {
      const operation = next;
      const signed = readSigned(url, init, vendor.signing, base);
      record({ lane: "wire", kind: "sent", operation, text: writeRequest(url, init), ...(signed && { signed }) });
      const land = takeOff();
      const lost = (how: "refused" | "broken" | "given-up") => land({ lane: "wire", kind: "lost", operation, how });
      init.signal?.addEventListener("abort", () => lost("given-up"), { once: true });
      try {
        const response = await sandbox.fetch(url, init);
        progress();
        const landed = (text: string) => {
          const { status } = response;
          land({ lane: "wire", kind: "answered", operation, status, text: writeAnswer(response, text) });
        };
        return watchBody(response, { progress, landed, lost: () => lost("broken") });
      } catch (error) {
        lost(isRefused(error) ? "refused" : "broken");
        throw error;
      }
    },
  };
}

function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ECONNREFUSED";
}

interface BodyWatch {
  progress(): void;
  landed(text: string): void;
  lost(): void;
}

/** The same answer, of which is known when it has come whole, and that it has not. */
function watchBody(response: Response, { progress, landed, lost }: BodyWatch): Response {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    landed("");
    return response;
  }
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          progress();
          if (done) {
            landed(text + decoder.decode());
            controller.close();
            return;
          }
          text += decoder.decode(value, { stream: true });
          controller.enqueue(value);
        } catch (error) {
          lost();
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
