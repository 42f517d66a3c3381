import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { findVendor } from "@setor-tooling/model/vendors";
import { listRunnableVendors } from "@setor-tooling/model/workflows/load";
import { runWorkflows } from "./run.js";

const [id] = process.argv.slice(2);
const sandbox = createSandbox();
const { url, close } = await serveSandbox(sandbox);
for (const vendor of id === undefined ? await listRunnableVendors() : [findVendor(id)]) {
  for (const { code, output } of await runWorkflows(vendor, url, sandbox.now)) {
    console.log(output);
    if (code !== 0) process.exitCode = 1;
  }
}
await close();
