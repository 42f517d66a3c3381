import { describe, expect, it } from "vitest";
import { jestFiles } from "./jest.js";
import { nestFiles } from "./nest.js";
import { node10Files } from "./node10.js";
import { answers } from "./programs.js";
import { installProjects } from "./project.js";
import { webpackFiles } from "./webpack.js";

/** The newest that run on Node 20.19; NestJS in the last line that makes CommonJS projects. */
const wanted = {
  "@babel/core": "7.29.13",
  "@babel/preset-env": "7.29.14",
  "@babel/preset-typescript": "7.29.7",
  "@nestjs/common": "10.4.9",
  "@nestjs/core": "10.4.9",
  "@swc/core": "1.16.22",
  "@swc/jest": "0.2.39",
  "@types/jest": "30.0.0",
  "@types/node": "20.19.43",
  "babel-jest": "30.5.2",
  jest: "30.5.2",
  "reflect-metadata": "0.2.2",
  rxjs: "7.8.2",
  "ts-jest": "29.4.15",
  "ts-loader": "9.6.2",
  typescript: "5.9.3",
  webpack: "5.112.2",
};

describe("the packed packages in a stranger's project", { timeout: 180_000 }, async () => {
  const projects = await installProjects("strangers", "commonjs", wanted);

  it("the packed packages are tested by Jest through ts-jest, swc and babel, with their own transport and a photo's path too", async () => {
    // A test that fails leaves its server open, for which Jest would wait.
    const report = await projects.run("jest", jestFiles, [
      "node_modules/jest/bin/jest.js",
      "--json",
      "--silent",
      "--forceExit",
    ]);
    const { numPassedTests, testResults } = JSON.parse(report);
    expect(testResults.map(({ message }: { message: string }) => message)).toEqual(["", "", ""]);
    expect(numPassedTests).toBe(12);
  });

  it("the packed packages are compiled to CommonJS with moduleResolution node10, and run", async () => {
    const printed = await projects.run(
      "node10",
      node10Files,
      ["node_modules/typescript/bin/tsc"],
      ["node10/out/main.js"],
    );
    expect(JSON.parse(printed)).toEqual(answers);
  });

  it("the packed packages are injected by NestJS with CommonJS", async () => {
    const printed = await projects.run("nest", nestFiles, ["node_modules/typescript/bin/tsc"], ["nest/out/main.js"]);
    expect(JSON.parse(printed)).toBe(answers.pbb);
  });

  it("the packed packages are bundled by webpack for the web without a module of Node's, and run", async () => {
    const printed = await projects.run("webpack", webpackFiles, ["webpack/build.js"], ["webpack/main.js"]);
    expect(JSON.parse(printed)).toEqual(answers);
    expect(await projects.read("webpack", "out/ask.js")).not.toMatch(/["']node:/);
  });
});
