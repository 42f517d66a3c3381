import { defineVendor } from "../../vendor.js";
import { pbbSeed } from "./seed.js";
import { createPbbServer } from "./server.js";

export const pbb = defineVendor({ seed: pbbSeed, create: createPbbServer });
