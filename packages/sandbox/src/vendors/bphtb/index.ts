import { defineVendor } from "../../vendor.js";
import { bphtbSeed } from "./seed.js";
import { createBphtbServer } from "./server.js";

export const bphtb = defineVendor({ seed: bphtbSeed, create: createBphtbServer });
