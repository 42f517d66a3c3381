export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** Markers that stand alone, without a length: TEM and the restarts. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The frame headers, baseline to progressive; DHT, JPG and DAC lie between them. */
const beginsFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Pixels of a PNG, from its IHDR chunk; `undefined` when it is cut off or is not there. */
export function pngDimensions(img: Uint8Array): Dimensions | undefined {
  const view = viewOf(img);
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined;
  return real({ width: view.getUint32(16), height: view.getUint32(20) });
}

/** Pixels of a JPEG, from its first frame header (SOF); `undefined` when it is cut off or none comes before the data. */
export function jpegDimensions(img: Uint8Array): Dimensions | undefined {
  const view = viewOf(img);
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else if (beginsFrame(marker)) {
      if (at + 9 > view.byteLength) return undefined;
      return real({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    } else if (marker === 0xd9 || marker === 0xda) return undefined;
    // A length counts its own two bytes, so the loop always advances.
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function real(dimensions: Dimensions): Dimensions | undefined {
  return dimensions.width > 0 && dimensions.height > 0 ? dimensions : undefined;
}
