import { listVendors } from "@setor-tooling/model/vendors";
import { listWorkflowVendors, workflowsFile } from "@setor-tooling/model/workflows/load";
import { expect, it } from "vitest";
import { lintFiles } from "./redocly.js";

it("the specs and the workflows have no lint error and no warning", { timeout: 60_000 }, async () => {
  const files = [...listVendors().map(({ specFile }) => specFile), ...listWorkflowVendors().map(workflowsFile)];
  expect(await lintFiles(files)).toEqual([]);
});
