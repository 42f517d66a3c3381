import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { serveFolder } from "./serve.js";

// Builds the portal and serves it; `pnpm portal` begins again whenever something that it is made of changes.
await import("./build.js");
const { url } = await serveFolder(join(root, "docs", "dist"), 4000);
console.log(url);
