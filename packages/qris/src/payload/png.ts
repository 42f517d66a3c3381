/** Pixels per module: large enough for a phone to read it from a screen or a print. */
const scale = 8;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG of one bit per pixel, grey: about a kilobyte. `CompressionStream` is in Node and in browsers, and it waits. */
export async function pngOf(modules: readonly (readonly boolean[])[]): Promise<Uint8Array> {
  const size = modules.length * scale;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  // One bit deep, greyscale; the rest stays 0: deflate, filters by row, not interlaced.
  header[8] = 1;
  const parts = [
    signature,
    chunk("IHDR", header),
    chunk("IDAT", await deflate(pixels(modules))),
    chunk("IEND", new Uint8Array()),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Rows of a filter byte (0: none) and of pixels, eight to a byte, in which 1 is white. */
function pixels(modules: readonly (readonly boolean[])[]): Uint8Array<ArrayBuffer> {
  // With eight pixels to a module, a module is a byte.
  const rows = modules.map((row) => [0, ...row.map((dark) => (dark ? 0x00 : 0xff))]);
  return Uint8Array.from(rows.flatMap((row) => Array.from({ length: scale }, () => row).flat()));
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Length of the data, type, data, and the CRC of the last two. */
function chunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, -4)));
  return bytes;
}

/** CRC-32 as in ISO 3309, reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
