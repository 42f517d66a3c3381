import { listPackages } from "@setor-tooling/publishing/list-packages";
import { writeSurface } from "./report.js";

// What a change of the surface means for users is for people to say: read the difference, and write a changeset.
for (const published of listPackages()) await writeSurface(published);
