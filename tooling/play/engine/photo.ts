/** The least that OCR asks for, in pixels. */
const [width, height] = [960, 720];

/** The lengths and values of the two Huffman tables that a plain picture needs: one code each for "the same as before". */
const dcTable = [0x00, ...counts(2), 0, 1];
const acTable = [0x10, ...counts(2), 0x00, 0x01];

/** A plain photo, always the same; the sandbox does not look at what is on it. */
export function plainPhoto(): Uint8Array<ArrayBuffer> {
  const quantisation = [0, ...Array.from({ length: 64 }, () => 1)];
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  const blocks = (width / 8) * (height / 8);
  return new Uint8Array([
    0xff,
    0xd8,
    ...segment(0xdb, quantisation),
    ...segment(0xc0, frame),
    ...segment(0xc4, dcTable),
    ...segment(0xc4, acTable),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    // Each block is two bits: no difference, and its end.
    ...Array.from({ length: blocks / 4 }, () => 0),
    0xff,
    0xd9,
  ]);
}

/** How many codes there are of each length, 1 to 16 bits. */
function counts(ofLength2OrLess: number): number[] {
  return [1, ofLength2OrLess - 1, ...Array.from({ length: 14 }, () => 0)];
}

function segment(marker: number, content: readonly number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...content];
}
