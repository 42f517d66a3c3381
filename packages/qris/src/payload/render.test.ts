import { crc32, inflateSync } from "node:zlib";
import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { payloadCases, vendorPayload } from "../../test/payloads.js";
import { encodeQris, QrisPayloadError, renderQris } from "../index.js";

const valid = payloadCases().filter(({ expected }) => expected === "valid");

/** The library's reader, which otherwise gives up after some milliseconds: a slow machine must not matter. */
function decode(side: number, rgba: number[]): string {
  const image = { width: side, height: side, data: Uint8Array.from(rgba) };
  return decodeQR(image, { effort: Number.POSITIVE_INFINITY, timeLimit: Number.POSITIVE_INFINITY });
}

/** What a scanner reads, when `isDark` says what the picture shows at four pixels to a module. */
function scan(modules: number, isDark: (x: number, y: number) => boolean): string {
  const side = modules * 4;
  const shades = Array.from({ length: side * side }, (_, index) =>
    isDark(Math.floor((index % side) / 4), Math.floor(index / side / 4)) ? 0 : 255,
  );
  const pixels = shades.flatMap((shade) => [shade, shade, shade, 255]);
  return decode(side, pixels);
}

function scanSvg(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  expect(svg).toContain(`<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`);
  const dark = new Set<string>();
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(width); step += 1) dark.add(`${Number(x) + step} ${y}`);
  }
  return scan(size, (x, y) => dark.has(`${x} ${y}`));
}

function scanTerminal(drawing: string): string {
  const lines = drawing.trimEnd().split("\n");
  // Escape sequences are all that is taken away; what is left is one character to a column.
  const rows = lines.map((line) => line.split("m").slice(1).join("m").split("\u001b")[0] ?? "");
  const size = rows[0]?.length ?? 0;
  expect(rows.every((row) => row.length === size)).toBe(true);
  return scan(size, (x, y) => (y % 2 === 0 ? "▀█" : "▄█").includes(rows[Math.floor(y / 2)]?.[x] ?? " "));
}

/** The chunks of a PNG, each with a CRC that holds. */
function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
}

function scanPng(png: Uint8Array): string {
  const chunks = chunksOf(png);
  expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
  const header = chunks.get("IHDR") ?? Buffer.alloc(0);
  const side = header.readUInt32BE(0);
  expect([header.readUInt32BE(4), ...header.subarray(8)]).toEqual([side, 1, 0, 0, 0, 0]);
  const rows = inflateSync(chunks.get("IDAT") ?? "");
  const stride = 1 + side / 8;
  expect(rows).toHaveLength(side * stride);
  const pixels = Array.from({ length: side * side }, (_, index) => {
    const x = index % side;
    const y = Math.floor(index / side);
    const white = ((rows[y * stride + 1 + Math.floor(x / 8)] ?? 0) >> (7 - (x % 8))) & 1;
    return [255 * white, 255 * white, 255 * white, 255];
  });
  return decode(side, pixels.flat());
}

describe("renderQris", () => {
  it.each(valid)("renderQris draws what a scanner reads back, thrice: $source", async ({ payload }) => {
    expect(scanSvg(renderQris(payload, { as: "svg" }))).toBe(payload);
    expect(scanTerminal(renderQris(payload, { as: "terminal" }))).toBe(payload);
    expect(scanPng(await renderQris(payload, { as: "png" }))).toBe(payload);
  });

  it("renderQris keeps characters beyond ASCII", () => {
    const payload = encodeQris({
      elements: [
        { id: "00", value: "01" },
        { id: "59", value: "Kafé ☕ 🍜" },
      ],
    });
    expect(scanSvg(renderQris(payload, { as: "svg" }))).toBe(payload);
  });

  it("renderQris draws small: below 80 columns, and files that fit into an e-mail", async () => {
    const [line = ""] = renderQris(vendorPayload, { as: "terminal" }).split("\n");
    expect(line.match(/[ ▀▄█]/g)?.length).toBeLessThan(80);
    expect(renderQris(vendorPayload, { as: "svg" }).length).toBeLessThan(20_000);
    expect((await renderQris(vendorPayload, { as: "png" })).length).toBeLessThan(4_000);
  });

  it("renderQris draws no text that no wallet would take", async () => {
    expect(() => renderQris("https://example.com", { as: "svg" })).toThrow(QrisPayloadError);
    expect(() => renderQris("https://example.com", { as: "terminal" })).toThrow(QrisPayloadError);
    await expect(renderQris("https://example.com", { as: "png" })).rejects.toThrow(QrisPayloadError);
  });

  it("renderQris names the forms that there are", () => {
    expect(() => renderQris(vendorPayload, JSON.parse('{"as":"jpeg"}'))).toThrow(
      new TypeError('renderQris: `as` must be svg, terminal or png, for example "svg"'),
    );
  });
});
