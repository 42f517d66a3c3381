import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Two hosts on this machine, with a network between them that can be taken away without either noticing. */
export interface TwoHosts {
  /** The address of the second host. */
  readonly address: string;
  /** Runs Node on the first or the second host. */
  start(host: "first" | "second", program: string, ...args: string[]): Host;
  /** From now on nothing that the first host sends arrives. */
  block(): void;
  /** How many TCP connections to the second host the kernel of the first still has something to do for. */
  connections(): number;
  unblock(): void;
  end(): void;
}

/** A program on a host, line by line. */
export interface Host {
  /** Resolves when the program has written this line. */
  written(line: string): Promise<void>;
  readonly lines: readonly string[];
  /** Says a line to the program. */
  say(line: string): void;
}

/** Of TEST-NET-1, which is nobody's. */
const addresses = { first: "192.0.2.1", second: "192.0.2.2" };

export function makeTwoHosts(): TwoHosts {
  const ip = (...args: string[]) => execFileSync("ip", args, { stdio: ["ignore", "pipe", "pipe"] }).toString();
  const names = { first: `setor-a-${process.pid}`, second: `setor-b-${process.pid}` };
  const links = { first: `sa${process.pid}`, second: `sb${process.pid}` };
  const children: ChildProcess[] = [];
  for (const host of ["first", "second"] as const) ip("netns", "add", names[host]);
  const peer = ["peer", "name", links.second, "netns", names.second];
  ip("link", "add", links.first, "netns", names.first, "type", "veth", ...peer);
  for (const host of ["first", "second"] as const) {
    ip("-n", names[host], "addr", "add", `${addresses[host]}/24`, "dev", links[host]);
    ip("-n", names[host], "link", "set", links[host], "up");
  }
  const [, mac = ""] = /link\/ether (\S+)/.exec(ip("-n", names.second, "link", "show", links.second)) ?? [];
  /** A wrong address of the network card: frames go out and reach nobody. */
  const neighbour = (lladdr: string) =>
    void ip(
      "-n",
      names.first,
      "neigh",
      "replace",
      addresses.second,
      "lladdr",
      lladdr,
      "nud",
      "permanent",
      "dev",
      links.first,
    );
  neighbour(mac);

  return {
    address: addresses.second,
    start(host, program, ...args) {
      const node = [process.execPath, "--input-type=module", "--eval", program, ...args];
      const child = spawn("ip", ["netns", "exec", names[host], ...node], { stdio: ["pipe", "pipe", "inherit"] });
      children.push(child);
      return following(child);
    },
    block: () => neighbour("02:00:00:00:00:99"),
    unblock: () => neighbour(mac),
    connections() {
      const listed = ip("netns", "exec", names.first, "ss", "-Htan", "dst", addresses.second);
      return listed.split("\n").filter((line) => line !== "").length;
    },
    end() {
      for (const child of children) child.kill("SIGKILL");
      for (const name of Object.values(names)) ip("netns", "del", name);
    },
  };
}

function following(child: ChildProcess): Host {
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  if (child.stdout === null) throw new Error("The program has no output.");
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    waiting.get(line)?.();
  });
  return {
    lines,
    written: (line) => new Promise((resolve) => (lines.includes(line) ? resolve() : waiting.set(line, resolve))),
    say: (line) => void child.stdin?.write(`${line}\n`),
  };
}
