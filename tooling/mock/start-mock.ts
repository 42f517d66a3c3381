import { bundleSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { answerBadPaths } from "./answer-bad-paths.js";

export interface Mock {
  /** With a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Prism for one vendor on loopback, as `prism mock --errors` would; port 0 takes a free one. */
export async function startMock(vendor: Vendor, port: number): Promise<Mock> {
  const operations = await getHttpOperationsFromSpec(await bundleSpec(vendor));
  const server = createServer(operations, {
    cors: true,
    components: { logger: createLogger("mock", { level: "silent" }) },
    config: {
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
      isProxy: false,
      upstreamProxy: undefined,
    },
  });
  const url = await answerBadPaths(server).listen(port, "127.0.0.1");
  return { url: `${url}/`, close: () => server.close() };
}
