import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.js";

const megabyte = 1_048_576;

/** A response whose body comes in these chunks. */
function responseOf(chunks: Uint8Array[], onCancel = () => {}): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: onCancel,
  });
  return new Response(body);
}

describe("readBody", () => {
  it("readBody joins characters that are split between chunks", async () => {
    const bytes = [...new TextEncoder().encode("Rp 183.500 – é 💳")];
    expect(await readBody(responseOf(bytes.map((byte) => Uint8Array.of(byte))), megabyte)).toBe("Rp 183.500 – é 💳");
  });

  it("readBody drops a byte order mark and replaces what is no UTF-8", async () => {
    expect(await readBody(responseOf([Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0xff)]), megabyte)).toBe("{\ufffd");
  });

  it("readBody gives an empty text without a body", async () => {
    expect(await readBody(new Response(null), megabyte)).toBe("");
  });

  it("readBody reads a megabyte, and gives up on more", async () => {
    expect(await readBody(responseOf([new Uint8Array(megabyte)]), megabyte)).toHaveLength(megabyte);
    let cancelled = false;
    const more = responseOf([new Uint8Array(megabyte), new Uint8Array(1), new Uint8Array(1)], () => {
      cancelled = true;
    });
    expect(await readBody(more, megabyte)).toBeUndefined();
    expect(cancelled).toBe(true);
  });

  it("readBody does not mind that giving up fails", async () => {
    const failing = responseOf([new Uint8Array(megabyte + 1)], () => {
      throw new Error("gone");
    });
    expect(await readBody(failing, megabyte)).toBeUndefined();
  });
});
