import { ProblemJsonError } from "@stoplight/prism-http";
import type { createServer } from "@stoplight/prism-http-server";

type Server = ReturnType<typeof createServer>;

/**
 * Has a mock answer 400 to a path that cannot be decoded. Prism throws there, outside of what it catches, and one such
 * request from any page would end the process.
 */
export function answerBadPaths(server: Server): Server {
  const { prism } = server;
  const { request } = prism;
  prism.request = (input, ...others) =>
    isDecodable(input.url.path) ? request(input, ...others) : async () => ({ _tag: "Left", left: badPath });
  return server;
}

const badPath = ProblemJsonError.fromTemplate({
  type: "BAD_PATH",
  title: "The path cannot be decoded",
  status: 400,
});

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
