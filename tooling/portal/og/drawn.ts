import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";

/** Where the pictures are that chats show for links. */
export const picturesFolder = join(root, "docs", "pictures", "links");

/** What each of them was drawn from, as a hash. */
export const drawnFile = join(picturesFolder, "drawn.json");
