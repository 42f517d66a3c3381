import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is: what CHROMIUM names, or a usual place; empty when there is none. */
export const chromium = [process.env.CHROMIUM ?? "", ...usual].find(existsSync) ?? "";
