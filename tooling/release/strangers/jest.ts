import { answers } from "./programs.js";

const compilerOptions = {
  target: "es2022",
  module: "commonjs",
  moduleResolution: "node10",
  strict: true,
  skipDefaultLibCheck: true,
  esModuleInterop: true,
  types: ["node", "jest"],
};

const config = `const project = (displayName, transform) => ({
  displayName,
  rootDir: __dirname,
  testMatch: ["<rootDir>/setor.spec.ts"],
  transform: { "\\\\.ts$": transform },
});
const presets = [["@babel/preset-env", { targets: { node: "current" } }], "@babel/preset-typescript"];
module.exports = {
  cacheDirectory: __dirname + "/.jest",
  projects: [
    project("ts-jest", "ts-jest"),
    project("swc", "@swc/jest"),
    project("babel", ["babel-jest", { presets }]),
  ],
};
`;

const spec = `import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { ask } from "./ask";

const account = { username: "dummy", password: "dummy123" };

test("each client answers", async () => {
  expect(await ask(createSandbox())).toEqual(${JSON.stringify(answers)});
});

test("a payment goes over the client's own transport", async () => {
  const server = await serveSandbox(createSandbox(), { port: 0 });
  const esamsat = createEsamsat({ ...account, baseUrl: server.url + "/esamsat" });
  const bill = await esamsat.inquire({
    product: "SAMSAT_JABAR",
    customer_number: "9901111111111111",
    structure_number: "MHZ99D999ZZ401001",
  });
  if (!bill.ok) throw new Error(bill.message);
  expect((await esamsat.pay({ invoice: bill.data.invoice })).state).toBe("paid");
  await server.close();
});

test("a payment that reaches nobody is not sent", async () => {
  const esamsat = createEsamsat({ ...account, baseUrl: "http://127.0.0.1:1" });
  expect((await esamsat.pay({ invoice: "11111111111" })).state).toBe("not-sent");
});

test("a photo is read from its path", async () => {
  const photo = join(__dirname, process.pid + ".jpg");
  writeFileSync(photo, new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
  const { baseUrl, fetch } = createSandbox();
  const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", baseUrl: baseUrl("npwp-ocr"), fetch });
  expect(await ocr.readNpwp({ img: photo })).toMatchObject({ ok: true });
});
`;

/** A project that tests with Jest, three ways to make JavaScript of its sources. */
export const jestFiles = {
  "tsconfig.json": JSON.stringify({ compilerOptions }),
  "jest.config.js": config,
  "setor.spec.ts": spec,
};
