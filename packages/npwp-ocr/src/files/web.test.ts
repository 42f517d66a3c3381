import { expect, it, vi } from "vitest";

// Files share their modules: the client that other tests have loaded reads Node's files.
vi.resetModules();
vi.doMock("#files", () => import("./web.js"));
const { createNpwpOcr } = await import("../client.js");
vi.doUnmock("#files");
vi.resetModules();

it("a path is refused where there is no Node, and nothing is sent", async () => {
  const fetch = vi.fn();
  const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", fetch });
  await expect(ocr.readNpwp({ img: "npwp.jpg" })).rejects.toThrow(
    new TypeError("readNpwp: `img` can be a path in Node only; pass a Blob or a Uint8Array"),
  );
  expect(fetch).not.toHaveBeenCalled();
});
