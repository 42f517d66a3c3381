import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { startDeadline } from "@setor/core";
import { afterAll, describe, expect, it } from "vitest";
import { jpeg, jpegPath, png } from "../test/photo.js";
import { type Photo, photoFile as photoFileFor } from "./photo-file.js";

const folder = mkdtempSync(join(tmpdir(), "photo-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes the file for a call that may take so long. */
async function photoFile(img: Photo, signal?: AbortSignal, timeoutMs = 60_000): Promise<File> {
  const deadline = startDeadline(timeoutMs, signal, () => performance.now());
  try {
    return await photoFileFor({ operation: "readNpwp", attemptId: "4711", deadline }, img);
  } finally {
    deadline.clear();
  }
}

/** A file that begins like this, and goes on with zeros up to so many bytes. */
function fileOf(name: string, start: Uint8Array, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, start);
  truncateSync(path, bytes);
  return path;
}

function pipe(): string {
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  return path;
}

const beyond = 20_000_001;
const start = jpeg.subarray(0, 64);
const tooLarge = "readNpwp: `img` has more than 20 MB, ten times what ADINS documents";
const noPhoto = "readNpwp: `img` is neither a JPEG nor a PNG";

/** A Blob of which only the start can be read. */
class EndlessBlob extends Blob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return new Promise(() => {});
  }
}

describe("photoFile", () => {
  it.each([
    ["a file", () => jpegPath],
    ["bytes", () => jpeg],
    ["a Blob", () => new Blob([jpeg])],
  ])("photoFile takes the bytes of %s whole", async (_what, img) => {
    const file = await photoFile(img(), new AbortController().signal);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(jpeg);
  });

  it("photoFile takes a photo of 20 MB", async () => {
    expect((await photoFile(fileOf("large.jpg", start, beyond - 1))).size).toBe(beyond - 1);
  });

  it.each([
    ["a pipe, which nobody may ever write to", pipe],
    ["a device, which never ends", () => "/dev/zero"],
    ["a folder", () => folder],
  ])("photoFile refuses %s, without reading it", async (_what, path) => {
    await expect(photoFile(path())).rejects.toThrow(
      new TypeError("readNpwp: `img` must be the path of a regular file, for example npwp.jpg"),
    );
  });

  it.each([
    ["a file", () => fileOf("beyond.jpg", start, beyond)],
    ["bytes", () => new Uint8Array(beyond)],
    ["a Blob", () => new EndlessBlob([new Uint8Array(beyond)])],
  ])("photoFile refuses %s of more than 20 MB before it is read", async (_what, img) => {
    await expect(photoFile(img())).rejects.toThrow(new TypeError(tooLarge));
  });

  it("photoFile refuses a file and a Blob that are no photo by their first bytes", async () => {
    const zeros = new Uint8Array(64);
    await expect(photoFile(fileOf("zeros.jpg", zeros, beyond - 1))).rejects.toThrow(new TypeError(noPhoto));
    await expect(photoFile(new EndlessBlob([zeros]))).rejects.toThrow(new TypeError(noPhoto));
  });

  it("photoFile stops reading when the caller aborts, and nothing was sent", async () => {
    const controller = new AbortController();
    const reading = photoFile(new EndlessBlob([png]), controller.signal).catch((thrown: unknown) => thrown);
    controller.abort("budi");
    const error = await reading;
    expect(error).toMatchObject({
      name: "NotSentError",
      operation: "readNpwp",
      sent: "no",
      cause: { name: "aborted" },
    });
    expect(inspect(error, { depth: 9 })).not.toContain("budi");
  });

  it("photoFile stops reading at the deadline, and nothing was sent", async () => {
    const reading = photoFile(new EndlessBlob([png]), undefined, 1);
    await expect(reading).rejects.toMatchObject({ name: "NotSentError", sent: "no", cause: { name: "timeout" } });
  });

  it("photoFile opens nothing when the caller has aborted before", async () => {
    await expect(photoFile(join(folder, "none"), AbortSignal.abort())).rejects.toMatchObject({
      name: "NotSentError",
      cause: { name: "aborted" },
    });
  });

  it("photoFile says that a file cannot be read, without its path", async () => {
    const error = await photoFile(join(folder, "kartu-budi.jpg")).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "NotSentError", cause: { code: "ENOENT" } });
    const odd = await photoFile("kartu-budi\0.jpg").catch((thrown: unknown) => thrown);
    expect(odd).toMatchObject({ name: "NotSentError", cause: { code: "ERR_INVALID_ARG_VALUE" } });
    expect(inspect([error, odd], { depth: 9, showHidden: true })).not.toContain("budi");
  });
});
