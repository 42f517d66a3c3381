import { createSandbox } from "@setor/sandbox";
import { findVendor } from "@setor-tooling/model/vendors";
import { listPlayableVendors } from "@setor-tooling/model/workflows/load";
import { playWorkflows } from "./run.js";

const [id] = process.argv.slice(2);
const sandbox = createSandbox();
const { url } = await sandbox.listen();
for (const vendor of id === undefined ? await listPlayableVendors() : [findVendor(id)]) {
  for (const { code, output } of await playWorkflows(vendor, url, sandbox.now)) {
    console.log(output);
    if (code !== 0) process.exitCode = 1;
  }
}
await sandbox.close();
