import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { installPacked, type Wanted } from "@setor-tooling/publishing/install-packed";
import { ask } from "./programs.js";

const execute = promisify(execFile);

/** A program of a project, by its path in the folder of all; Node runs it where it is JavaScript. */
export type Command = readonly [program: string, ...args: string[]];

/** The projects of strangers who have installed the packed packages, and what they build and test with. */
export interface Projects {
  /** Writes a project and runs programs in it. Gives what they print, or what they complain of. */
  run(name: string, files: Readonly<Record<string, string>>, ...commands: readonly Command[]): Promise<string>;
  /** A file that a program has written. */
  read(name: string, file: string): Promise<string>;
}

// Next.js reports home unless it is told not to; Deno and Bun keep what they fetch in the home of whoever runs them.
const quiet = { NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", DENO_NO_UPDATE_CHECK: "1" };

export async function installProjects(name: string, type: "module" | "commonjs", wanted: Wanted): Promise<Projects> {
  const folder = await installPacked(name, type, wanted);
  const env = { ...process.env, ...quiet, DENO_DIR: join(folder, ".deno"), NODE_ENV: "production" };

  async function execCommand([program, ...args]: Command, cwd: string): Promise<string> {
    const file = join(folder, program);
    const isScript = /\.[cm]?js$/.test(program);
    const [command, all] = isScript ? [process.execPath, [file, ...args]] : [file, args];
    const { stdout } = await execute(command, all, { cwd, env, maxBuffer: 1e8 }).catch(
      (failure: { stdout: string; stderr: string }) => ({ stdout: failure.stdout || failure.stderr }),
    );
    return stdout;
  }

  return {
    async run(project, files, ...commands) {
      // What an earlier run has built must not pass for this one's.
      await rm(join(folder, project), { recursive: true, force: true });
      // Without one of its own, a project would take that of the checkout, whose paths lead to our sources.
      for (const [file, text] of Object.entries({ "tsconfig.json": "{}", ...files, "ask.ts": ask })) {
        const path = join(folder, project, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
      let printed = "";
      for (const command of commands) printed += await execCommand(command, join(folder, project));
      return printed;
    },
    read: (project, file) => readFile(join(folder, project, file), "utf8"),
  };
}
