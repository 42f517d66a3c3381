import type { ClientMutation } from "@setor-tooling/model/mutation";

/** Defects that the suite of this client must notice: in its own sources, or in what only it shows of core. */
export const mutations: readonly ClientMutation[] = [
  {
    name: "empty fields stay empty",
    file: "npwp-ocr/src/reading.ts",
    find: "nik: nik || null",
    replace: "nik",
  },
  {
    name: "the photo does not say what it is",
    file: "npwp-ocr/src/photo-file.ts",
    find: '"npwp.jpg", { type })',
    replace: '"npwp.jpg")',
  },
];
