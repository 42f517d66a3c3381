/** What Spring makes of a path: the operation, and its path variables. */
export interface Route {
  readonly operation: "help" | "info" | "sppt" | "bayar" | "reversal";
  readonly variables: readonly string[];
}

const sizes = { info: 1, sppt: 2, bayar: 4, reversal: 3 } as const;

/**
 * Finds the route of a raw path within the context. A trailing slash matches as well; without one, Spring takes what
 * follows the last dot of the last variable for a file extension and cuts it off.
 * @returns `bad-request` for an encoded slash or backslash, which Tomcat refuses
 */
export function findRoute(rawPath: string, build: "WAR" | "Boot"): Route | "bad-request" | undefined {
  if (/%2f|%5c/i.test(rawPath)) return "bad-request";
  const path = decodePath(rawPath);
  if (path === undefined) return "bad-request";
  if (path === "/") return build === "WAR" ? { operation: "help", variables: [] } : undefined;
  const closed = path.endsWith("/");
  const [operation = "", ...variables] = path.slice(1, closed ? -1 : undefined).split("/");
  if (!isOperation(operation) || variables.length !== sizes[operation]) return undefined;
  if (operation === "info" && build === "Boot") return undefined;
  const last = variables.pop() ?? "";
  const dot = closed ? -1 : last.lastIndexOf(".");
  return { operation, variables: [...variables, dot < 0 ? last : last.slice(0, dot)] };
}

function isOperation(name: string): name is keyof typeof sizes {
  return Object.hasOwn(sizes, name);
}

/** Path parameters (`;…`) are taken off before the percent signs are read; several slashes are one. */
function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath.replace(/;[^/]*/g, "")).replace(/\/{2,}/g, "/");
  } catch {
    return undefined;
  }
}
