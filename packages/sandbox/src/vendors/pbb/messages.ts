import type { PbbSeed } from "./seed.js";

type Build = PbbSeed["build"];

/** What the service says. The builds differ in capitals only. */
export function pbbMessages(build: Build) {
  const boot = build === "boot";
  return {
    found: boot ? "Data Ditemukan" : "Data ditemukan",
    billNotFound: "Data Tidak Ditemukan",
    yearNotNumeric: `Tahun Pajak Mengandung Karakter ${boot ? "Bukan" : "bukan"} Angka`,
    recorded: "Pembayaran Telah Tercatat",
    paidInFuture: "Tanggal atau jam pada saat dibayarkan melebihi tanggal dan jam saat ini",
    alreadyPaid: "Tagihan Telah Terbayar",
    cancelled: "Tagihan SPPT Telah Dibatalkan",
    reversed: "Proses Reversal Berhasil",
    paymentNotFound: "Data Yang Diminta Tidak Ada",
    statementFailed: "Kesalahan DB",
    serverError: "Kesalahan Server",
  };
}

/** The body of an HTTP 500: Tomcat's page, or Spring Boot's report. */
export function pbbErrorPage(build: Build, now: Date, path: string): string | object {
  if (build === "war") return tomcatPage("HTTP Status 500 - Request processing failed");
  return {
    timestamp: now.getTime(),
    status: 500,
    error: "Internal Server Error",
    exception: "java.lang.IllegalArgumentException",
    message: "No message available",
    path,
  };
}

/** What Tomcat answers itself, in either build. */
export function tomcatPage(heading: string): string {
  const title = "Apache Tomcat/7.0.73 - Error report";
  return `<html><head><title>${title}</title></head><body><h1>${heading}</h1></body></html>`;
}
