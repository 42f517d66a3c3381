import { describe, expect, it } from "vitest";
import { sameCopies, sentOnce } from "./expected.js";
import { installProject, type Runtime } from "./project.js";

const compilers = { typescript5: "5.9.3", typescript7: "7.0.2" };
const wanted = Object.entries(compilers).map(([alias, version]) => [alias, `npm:typescript@${version}`]);
const node: Runtime = [process.execPath];

describe("the packed packages, installed into an empty project", { timeout: 120_000 }, async () => {
  const project = await installProject("this-node", Object.fromEntries(wanted));

  it.each(Object.keys(compilers))("the packed packages type-check with %s", async (alias) => {
    expect(await project.typeCheck(alias)).toBe("");
  });

  it("the packed packages run the samples on this Node", async () => {
    await project.runSamples(node);
  });

  it("the packed packages are one copy for import and for require on this Node", async () => {
    expect(await project.compareCopies(node)).toEqual(sameCopies);
  });

  it("the packed packages send a payment once on this Node", async () => {
    expect(await project.sendOnce(node)).toEqual(sentOnce);
  });
});
