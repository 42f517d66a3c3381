import { defineVendor } from "../../vendor.js";
import { esamsatSeed } from "./seed.js";
import { createEsamsatServer } from "./server.js";

export const esamsat = defineVendor({ seed: esamsatSeed, create: createEsamsatServer });
