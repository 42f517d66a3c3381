import { expect, it } from "vitest";
import { crc16 } from "./crc.js";

it("crc16 gives the check value of CRC-16/CCITT-FALSE", () => {
  expect(crc16("123456789")).toBe("29B1");
});

it("crc16 keeps the zeros in front, and covers the UTF-8 bytes", () => {
  expect(crc16("315")).toBe("003B");
  // Computed over C3 A9.
  expect(crc16("é")).toBe("7ACB");
});
