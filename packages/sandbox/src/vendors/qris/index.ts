import { defineVendor } from "../../vendor.js";
import { createQrisActions } from "./actions.js";
import { qrisSeed } from "./seed.js";
import { createQrisServer } from "./server.js";

export const qris = defineVendor({ seed: qrisSeed, create: createQrisServer, actions: createQrisActions });
