import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** A program of a quick start, run as its reader runs it. */
export interface Program {
  /** Where it listens. */
  readonly url: string;
  /** What it has printed since. */
  readonly lines: readonly string[];
  /** Resolves when it has printed such a line. */
  said(line: string): Promise<void>;
  /** Ends it; resolves when it is gone. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** Starts a program and waits until it says where it listens. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const args = ["--no-warnings", "--import", "tsx", "--import", "./later.mjs", file];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  child.once("close", wake);

  const until = (found: () => boolean, what: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!found() && !isGone(child)) return;
        waiting.delete(look);
        if (found()) resolve();
        else reject(new Error(`${file} is gone, and never said ${what}`));
      };
      waiting.add(look);
      look();
    });

  await until(() => lines.some((line) => line.startsWith("http://")), "where it listens");
  return {
    url: lines.find((line) => line.startsWith("http://")) ?? "",
    lines,
    said: (line) => until(() => lines.includes(line), line),
    end(signal) {
      const gone = new Promise<number | null>((resolve) => {
        if (isGone(child)) resolve(child.exitCode);
        else child.once("close", resolve);
      });
      child.kill(signal);
      return gone;
    },
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
