import { expectTypeOf, it } from "vitest";
import type { NpwpOcr, Photo, ReadNpwpInput, ReadNpwpResult } from "./index.js";

it("the types of the OCR say what a call resolves to", () => {
  expectTypeOf<NpwpOcr["readNpwp"]>().parameter(0).toEqualTypeOf<ReadNpwpInput>();
  expectTypeOf<ReadNpwpInput["img"]>().toEqualTypeOf<Photo>();
  expectTypeOf<NpwpOcr["readNpwp"]>().returns.resolves.toEqualTypeOf<ReadNpwpResult>();
  expectTypeOf<Extract<ReadNpwpResult, { ok: true }>["data"]["read"]["nik"]>().toEqualTypeOf<string | null>();
});
