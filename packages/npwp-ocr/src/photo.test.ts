import { describe, expect, it } from "vitest";
import { jpeg, png } from "../test/photo.js";
import { checkPhoto } from "./index.js";

const at = { frame: jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0) };

/** The same file with some bytes replaced. */
function patched(file: Uint8Array, position: number, ...bytes: number[]): Uint8Array {
  const copy = new Uint8Array(file);
  copy.set(bytes, position);
  return copy;
}

/** A JPEG of these dimensions, as far as its headers go. */
function jpegOf(width: number, height: number): Uint8Array {
  return patched(jpeg, at.frame + 5, height >> 8, height & 0xff, width >> 8, width & 0xff);
}

describe("checkPhoto", () => {
  it.each([
    ["image/jpeg", jpeg],
    ["image/png", png],
  ])("checkPhoto finds nothing wrong with an %s of 960 x 720", (type, img) => {
    expect(checkPhoto(img)).toEqual({ type, bytes: img.length, width: 960, height: 720, problems: [] });
  });

  it.each([
    [1920, 1080, []],
    [1080, 1920, []],
    [720, 960, []],
    [959, 720, ["below-960x720"]],
    [960, 719, ["below-960x720"]],
    [719, 960, ["below-960x720"]],
    [1921, 1080, ["above-1920x1080"]],
    [1200, 1100, ["above-1920x1080"]],
    [4000, 500, ["below-960x720", "above-1920x1080"]],
  ])("checkPhoto holds %d x %d against the limits, upright or across", (width, height, problems) => {
    expect(checkPhoto(jpegOf(width, height))).toMatchObject({ width, height, problems });
  });

  it.each([0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcf])(
    "checkPhoto reads the frame header %i, as of a progressive JPEG",
    (marker) => {
      expect(checkPhoto(patched(jpeg, at.frame + 1, marker))).toMatchObject({ width: 960, height: 720, problems: [] });
    },
  );

  it("checkPhoto passes over a thumbnail inside the EXIF data, and over fill bytes", () => {
    const thumbnail = jpegOf(160, 120);
    const length = thumbnail.length + 2;
    const exif = [0xff, 0xff, 0xe1, length >> 8, length & 0xff, ...thumbnail];
    const img = new Uint8Array([0xff, 0xd8, ...exif, ...jpeg.subarray(2)]);
    expect(checkPhoto(img)).toMatchObject({ width: 960, height: 720, problems: [] });
  });

  it("checkPhoto reads a photo that lies inside a larger buffer", () => {
    const buffer = new Uint8Array([...png, ...jpeg]);
    expect(checkPhoto(buffer.subarray(png.length))).toMatchObject({ type: "image/jpeg", width: 960, height: 720 });
  });

  it("checkPhoto warns of more than 2 MB", () => {
    const img = new Uint8Array(2_000_001);
    img.set(jpeg);
    expect(checkPhoto(img)).toMatchObject({ bytes: 2_000_001, problems: ["more-than-2-mb"] });
    expect(checkPhoto(img.subarray(1))).toMatchObject({ problems: ["neither-jpeg-nor-png"] });
    expect(checkPhoto(img.subarray(0, 2_000_000))).toMatchObject({ problems: [] });
  });

  it.each([
    ["a JPEG whose height is announced later", jpegOf(960, 0)],
    ["a PNG of no width", patched(png, 16, 0, 0, 0, 0)],
    ["a PNG that begins with another chunk", patched(png, 12, 0x74)],
    ["a JPEG whose data come before any frame", patched(jpeg, at.frame + 1, 0xda)],
    ["a JPEG that ends before any frame", patched(jpeg, at.frame + 1, 0xd9)],
    ["a JPEG with garbage between its segments", patched(jpeg, at.frame, 0x00)],
    ["a JPEG with a segment of no length", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
    ["a JPEG of restart markers only", new Uint8Array([0xff, 0xd8, 0xff, 0xd0, 0xff, 0x01, 0xff, 0xd7])],
    ["a JPEG of fill bytes only", new Uint8Array(64).fill(0xff).fill(0xd8, 1, 2)],
  ])("checkPhoto cannot tell the dimensions of %s", (_what, img) => {
    expect(checkPhoto(img)).toMatchObject({ width: undefined, height: undefined, problems: ["dimensions-unreadable"] });
  });

  it.each([
    ["image/jpeg", jpeg, 3, at.frame + 9],
    ["image/png", png, 8, 24],
  ])("checkPhoto never reads beyond the end of an %s that is cut off", (type, img, recognised, measured) => {
    for (let length = 0; length < measured; length += 1) {
      const check = checkPhoto(img.slice(0, length));
      expect(check.type).toBe(length < recognised ? undefined : type);
      expect(check.width).toBeUndefined();
    }
    expect(checkPhoto(img.slice(0, measured))).toMatchObject({ width: 960, height: 720 });
  });

  it.each([
    ["nothing", "", "empty"],
    ["a PDF", "%PDF-1.4", "neither-jpeg-nor-png"],
    ["a GIF", "GIF89a", "neither-jpeg-nor-png"],
    ["a text", "npwp.jpg", "neither-jpeg-nor-png"],
  ])("checkPhoto says that %s is no photo", (_what, text, problem) => {
    const img = new TextEncoder().encode(text);
    expect(checkPhoto(img)).toMatchObject({ type: undefined, bytes: img.length, problems: [problem] });
  });
});
