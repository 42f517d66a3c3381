import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Postgres and PgBouncer do not run as root: as nobody then, and as ourselves otherwise. */
export const owner = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};

/** Ends what is left when this process is gone, however it went, and removes the folder. */
const clean = `
cat >/dev/null
for file in "$1"/*/data/postmaster.pid "$1"/*/*.pid; do
  if [ -f "$file" ]; then read -r pid <"$file"; kill -CONT "$pid"; kill -QUIT "$pid"; fi
done
for file in "$1"/*/data/postmaster.pid "$1"/*/*.pid; do
  while [ -f "$file" ] && read -r pid <"$file" && kill -0 "$pid"; do sleep 0.1; done
done
rm -rf "$1"`;

let place: string | undefined;

/** A new folder for a server of this process. */
export function makeFolder(name: string): string {
  place ??= makePlace();
  return owned(mkdtempSync(join(place, `${name}-`)));
}

function makePlace(): string {
  const folder = owned(mkdtempSync(join(tmpdir(), "setor-postgres-")));
  // In a group of its own: what interrupts us must not interrupt it. It reads until we are gone.
  const guard = spawn("sh", ["-c", clean, "sh", folder], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return folder;
}

function owned(folder: string): string {
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

/** A port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function idOf(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
}
