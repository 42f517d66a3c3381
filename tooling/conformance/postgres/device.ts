import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeImage } from "../../../scripts/disks.mjs";
import { type Disk, mountDisk } from "./disk.js";
import { makeFolder } from "./place.js";

/** A disk of which is known what it has when the power goes: what was written to the device, and not what is to be. */
export interface Device extends Disk {
  /** Keeps what the device has at this moment. Nobody writes meanwhile. */
  copy(): void;
  /** What was kept last is the disk from now on. Nobody who has entered it is left. */
  comeBack(): Promise<void>;
}

/** Only what is synced is written soon: an hour passes before the kernel does it of its own accord. */
const mounting = ["-t", "ext4", "-o", "loop,commit=3600"];

/** An image of so many megabytes, with ext4; needs root. */
export async function makeDevice(megabytes: number): Promise<Device> {
  const folder = makeFolder("disk");
  const images = makeFolder("images");
  const imageOf = (index: number) => join(images, `${index}.img`);
  let index = 0;
  makeImage(imageOf(0), megabytes);
  let disk = await mountDisk(folder, [...mounting, imageOf(0)]);
  return {
    folder,
    get enter() {
      return disk.enter;
    },
    seen: (path) => disk.seen(path),
    copy: () => void execFileSync("cp", ["--sparse=always", imageOf(index), imageOf(index + 1)]),
    async comeBack() {
      await disk.end();
      rmSync(imageOf(index));
      index += 1;
      disk = await mountDisk(folder, [...mounting, imageOf(index)]);
    },
    async end() {
      await disk.end();
      rmSync(images, { recursive: true });
    },
  };
}
