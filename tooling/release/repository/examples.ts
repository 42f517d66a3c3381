import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { guideFile, guideNames, quickStarts } from "@setor-tooling/model/guides";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";

/** What an example takes for granted: what stands above it on its page, or is the reader's own. */
const granted = `import type { PayableInvoice, Qris } from "@setor/qris";
import type { createBphtb as Bphtb } from "@setor/bphtb";
import type { createPbb as Pbb } from "@setor/pbb";
import type { createSandbox as CreateSandbox, Sandbox } from "@setor/sandbox";

interface Order extends PayableInvoice {}

declare global {
  const qris: Qris;
  const orders: { toAsk(invid: string): Order | undefined; book(order: Order): void };
  const createBphtb: typeof Bphtb;
  const createPbb: typeof Pbb;
  const createSandbox: typeof CreateSandbox;
  const sandbox: Sandbox;
}
`;

/** A package that the guides name and this workspace does not install. */
const proxyAgent = `declare module "https-proxy-agent" {
  import { Agent } from "node:https";
  export class HttpsProxyAgent extends Agent {
    constructor(proxy: string);
  }
}
`;

/** Writes every TypeScript example of the READMEs and guides into a folder that can be type-checked. Gives the folder. */
export async function writeExamples(): Promise<string> {
  const folder = join(root, ".cache", "examples");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const readmes = listPackages().map(({ name, dir }) => [basename(name), join(dir, "README.md")] as const);
  // Those of the quick starts are files, which are checked where they are.
  const isFiles = (name: string) => quickStarts.some((each) => each === name);
  const guides = guideNames
    .filter((name) => !isFiles(name))
    .map((name) => [`guide-${name}`, guideFile(name, "en")] as const);
  for (const [name, file] of [...readmes, ...guides]) {
    const examples = [...(await readFile(file, "utf8")).matchAll(/```ts\n([\s\S]*?)```/g)];
    for (const [index, [, example = ""]] of examples.entries()) {
      // A file that imports nothing is no module, and its names would be everybody's.
      await write(`${name}-${index + 1}.ts`, `${example}\nexport {};\n`);
    }
  }
  await write("granted.ts", granted);
  // What readers install beside the ledger.
  await symlink(join(root, "packages", "ledger", "node_modules"), join(folder, "node_modules"), "junction");
  await write("proxy-agent.d.ts", proxyAgent);
  await write("tsconfig.json", JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"] }));
  await write("package.json", JSON.stringify({ type: "module" }));
  return folder;
}
