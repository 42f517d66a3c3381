import { parseArgs } from "node:util";

export interface StartOptions {
  readonly tourOnly: boolean;
  readonly docsPort: number;
  /** Port of the first mock; the others follow. 0: any free ones. */
  readonly mockPort: number;
  readonly sandboxPort: number;
}

/**
 * Reads the command line of `npm start`.
 * @throws Error naming the option that cannot be read
 */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "tour-only": { type: "boolean", default: false },
      "docs-port": { type: "string", default: "4000" },
      "mock-port": { type: "string", default: "4010" },
      "sandbox-port": { type: "string", default: "4020" },
    },
  });
  return {
    tourOnly: values["tour-only"],
    docsPort: readPort("docs-port", values["docs-port"]),
    mockPort: readPort("mock-port", values["mock-port"]),
    sandboxPort: readPort("sandbox-port", values["sandbox-port"]),
  };
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port > 65_535) throw new Error(`--${name} must be a port, for example 4000`);
  return port;
}
