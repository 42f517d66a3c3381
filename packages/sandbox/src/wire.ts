import type { RawRequest } from "./exchange.js";
import type { Transmission } from "./transmission.js";

/** What carries requests to the vendors and answers back, be it over HTTP or in this process. */
export interface Wire {
  /** Takes one request, and gives what is sent back, as far as a fault lets it. */
  receive(url: URL, request: Omit<RawRequest, "path" | "query">): Promise<Transmission>;
  /** Resolves when `ms` milliseconds have passed in the sandbox. */
  sleep(ms: number): Promise<void>;
}
