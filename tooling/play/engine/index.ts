/// <reference path="./vendors.d.ts" />
export { checkPhotos, makers } from "setor:vendors";
export type { NewEvent, Outcome, PlayEvent, Signed } from "./events.js";
export { createLocalPlayer, findSandbox } from "./local-player.js";
export { createPlayer, type InAir, type Player, type PlayerOptions, type Returned } from "./player.js";
export { verifySigned } from "./wire-text.js";
