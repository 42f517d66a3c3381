import { bphtb } from "./bphtb/index.js";
import { esamsat } from "./esamsat/index.js";
import { npwpOcr } from "./npwp-ocr/index.js";
import { pbb } from "./pbb/index.js";
import { qris } from "./qris/index.js";

/** The vendors of the sandbox, by id: what it serves, seeds, shows and types is what stands here. */
export const registry = {
  bphtb,
  esamsat,
  "npwp-ocr": npwpOcr,
  pbb,
  qris,
};
