const compilerOptions = {
  target: "es2022",
  module: "commonjs",
  moduleResolution: "node10",
  strict: true,
  skipDefaultLibCheck: true,
  declaration: true,
  types: [],
  outDir: "out",
};

/** A project as NestJS made it before version 11. */
export const node10Files = {
  "tsconfig.json": JSON.stringify({ compilerOptions, files: ["main.ts"] }),
  "main.ts": `import { createSandbox } from "@setor/sandbox";
import { ask } from "./ask";

void ask(createSandbox()).then((answers) => console.log(JSON.stringify(answers)));
`,
};
