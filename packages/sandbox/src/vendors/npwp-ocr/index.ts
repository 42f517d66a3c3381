import { defineVendor } from "../../vendor.js";
import { npwpOcrSeed } from "./seed.js";
import { createNpwpOcrServer } from "./server.js";

export const npwpOcr = defineVendor({ seed: npwpOcrSeed, create: createNpwpOcrServer });
