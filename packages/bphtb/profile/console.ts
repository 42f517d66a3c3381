import type { Console } from "@setor-tooling/model/console";

const sspd = {
  payment_method: "Teller",
  bank_perseption: "BNKMANDIRI",
  refference_number: "20240926001",
  channel_reffrence: "Teller",
  payment_date: "2024-09-26 13:02:51.000",
};

/** What can be tried from its page. */
export const console: Console = {
  remembers: ["ntpd"],
  presets: [
    { operation: "findSspd", label: { id: "Belum dibayar", en: "Unpaid" }, input: { ntpd: "1209411011001249943" } },
    {
      operation: "findSspd",
      label: { id: "Sudah dibayar", en: "Paid already" },
      input: { ntpd: "1209411011001249967" },
    },
    {
      operation: "findSspd",
      label: { id: "Tidak ditemukan", en: "Not found" },
      input: { ntpd: "1209411011000000000" },
    },
    {
      operation: "paySspd",
      label: { id: "Tagihan dari dokumen", en: "The document's bill" },
      input: { ntpd: "1209411011001249943", amount: "196000000", ...sspd },
    },
    {
      operation: "paySspd",
      label: { id: "Tagihan tidak ditemukan", en: "A bill that is not found" },
      input: { ntpd: "1209411011000000000", amount: "196000000", ...sspd },
    },
    { operation: "issueToken", label: { id: "Token", en: "A token" }, input: {} },
    {
      operation: "findSspd",
      label: { id: "Client secret salah", en: "Wrong client secret" },
      input: { ntpd: "1209411011001249943" },
      options: { clientSecret: "salah" },
    },
  ],
};
