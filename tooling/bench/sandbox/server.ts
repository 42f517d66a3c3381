import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { startMock } from "@setor-tooling/mock/start-mock";
import { findVendor } from "@setor-tooling/model/vendors";

/** A server in a process of its own, so that neither its client nor the other server takes its time. */
const url =
  process.argv[2] === "sandbox"
    ? `${(await serveSandbox(createSandbox())).url}/esamsat/`
    : (await startMock(findVendor("esamsat"), 0)).url;
process.send?.(url);
process.once("disconnect", () => process.exit(0));
