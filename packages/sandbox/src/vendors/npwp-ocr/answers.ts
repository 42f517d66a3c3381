import type { NpwpOcrBehaviour } from "./seed.js";

/** The sample of the document, with an invented person. */
const documentCard = {
  alamat: "BR.CONTOH ASRI RT 000 RW 000 KEL CONTOH",
  kpp: "KPP PRATAMA ANGGREK",
  nama: "SITI CONTOH",
  nik: "9901010101700001",
  noNpwp: "990990990999000",
};

const inventedCard = {
  alamat: "JL. CONTOH NO. 1 RT 001 RW 002 KEL CONTOH",
  kpp: "KPP PRATAMA CONTOH",
  nama: "WARSITO",
  nik: "0123456789101112",
  noNpwp: "012345678901000",
};

const sure = { alamat: 0.91, kpp: 0.97, nama: 0.98, nik: 0.95, noNpwp: 0.99 };

/** As the document shows a photo that could not be read; live servers write `nothingRead`. */
const nulls = { alamat: null, kpp: null, nama: null, nik: null, noNpwp: null };

const nothingRead = {
  read: { alamat: "", kpp: "", nama: "", nik: "", noNpwp: "" },
  read_confidence: { alamat: 0, kpp: 0, nama: 0, nik: 0, noNpwp: 0 },
};

const halfRead = {
  read: { ...inventedCard, nik: "", noNpwp: "" },
  read_confidence: { ...sure, nik: 0, noNpwp: 0 },
};

/** A refusal that never saw the photo. */
export function failed(message: string) {
  return { status: "FAILED", message };
}

/** What a photo is answered; `ocr_date` is RFC 3339 with offset. */
export function readAs(behaviour: NpwpOcrBehaviour, ocr_date: string): { status: number; body: object } {
  const looked = (body: object) => ({ status: 200, body: { ocr_date, ...body } });
  switch (behaviour) {
    case "success":
      return looked({ status: "SUCCESS", message: "", read: documentCard });
    case "success-with-confidence":
      return looked({ status: "SUCCESS", message: "", read: inventedCard, read_confidence: sure });
    case "not-found":
      return looked({ ...failed("NPWP NOT FOUND"), ...nothingRead });
    case "resolution":
      return looked({ ...failed("Image resolution is below 480 x 360 or above 2560 x 1920."), ...nothingRead });
    case "unreadable":
      return looked({ ...failed("Image is unreadable; Image is noisy;"), read: nulls });
    case "unreadable-empty":
      return looked({ ...failed("Image is unreadable; Image is noisy;"), ...nothingRead });
    case "incomplete":
      return looked({ ...failed(""), ...halfRead });
    case "server-error":
      return { status: 500, body: failed("Unexpected Error") };
    case "other":
      return { status: 200, body: failed("Service is under maintenance") };
  }
}
