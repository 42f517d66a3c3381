import type { Console } from "@setor-tooling/model/console";

/** What can be tried from its page. */
export const console: Console = {
  remembers: [],
  presets: [
    { operation: "readNpwp", label: { id: "Terbaca", en: "Read" }, input: { img: "$photo" } },
    {
      operation: "readNpwp",
      label: { id: "Dengan tingkat keyakinan", en: "With confidences" },
      input: { img: "$photo", refNumber: "success-with-confidence-1" },
    },
    {
      operation: "readNpwp",
      label: { id: "Bukan NPWP", en: "No NPWP" },
      input: { img: "$photo", refNumber: "not-found-1" },
    },
    {
      operation: "readNpwp",
      label: { id: "Tidak terbaca", en: "Unreadable" },
      input: { img: "$photo", refNumber: "unreadable-1" },
    },
    {
      operation: "readNpwp",
      label: { id: "Kunci salah", en: "A wrong key" },
      input: { img: "$photo" },
      options: { key: "salah" },
    },
  ],
};
