import type { RawRequest, Route } from "./exchange.js";

/** The operation that a request is for, and the parameters in its path. The base path alone is `/`, as in a URL. */
export function findRoute(
  routes: readonly Route[],
  { method, path }: RawRequest,
): { route: Route; parameters: Record<string, string> } | undefined {
  for (const route of routes) {
    const fits = route.method === method || (route.matching === "spring-mvc" && method === "HEAD");
    const parameters = fits ? matchRoute(route, path || "/") : undefined;
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

function matchRoute({ path: template, matching }: Route, path: string): Record<string, string> | undefined {
  if (matching === undefined) return matchPath(template, path);
  if (path.endsWith("/")) return matchPath(template, path.slice(0, -1));
  // What follows the last dot is taken for the extension of a file, however the dot is written.
  return matchPath(template, path.replace(/(\.|%2e)((?!\.|%2e)[^/])*$/i, ""));
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const given = path.split("/");
  if (expected.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const actual = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== actual) return undefined;
    if (name !== undefined) parameters[name] = decodeURIComponent(actual);
  }
  return parameters;
}

/** Whether each percent sign of a path begins a character. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
