import { createSandbox } from "@setor/sandbox";
import { startMock } from "../../mock/start-mock.js";
import { findVendor } from "../../model/vendors.js";

/** A server in a process of its own, so that neither its client nor the other server takes its time. */
const url =
  process.argv[2] === "sandbox"
    ? `${(await createSandbox().listen()).url}/esamsat/`
    : (await startMock(findVendor("esamsat"), 0)).url;
process.send?.(url);
process.once("disconnect", () => process.exit(0));
