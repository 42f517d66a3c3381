import { type Cluster, startPostgres } from "@setor-tooling/postgres/cluster";
import { makeDevice } from "@setor-tooling/postgres/device";
import { type Disk, makeSmallDisk } from "@setor-tooling/postgres/disk";
import { canMakeDevices, canMakeDisks } from "../../../scripts/disks.mjs";
import type { Dice } from "./dice.js";
import { inFile, inPostgres, onDisk } from "./homes.js";
import type { Storm } from "./storm.js";
import { crashes, fullDisk, fullLog, powerCuts, type Trouble } from "./troubles.js";

/** The weather of one round of the long run, and what is to be ended after it. */
export interface Round {
  readonly storm: Partial<Storm>;
  end(): Promise<void>;
}

/** What is under the ledger: an ordinary file system, one that is full now and then, one whose power goes. */
const grounds = [
  "usual",
  ...(canMakeDisks ? (["small"] as const) : []),
  ...(canMakeDevices() ? (["device"] as const) : []),
] as const;

/** For tills with a file. */
export async function rollFile(roll: Dice): Promise<Round> {
  const inFileOn = (disk: Disk, trouble: Trouble): Round => ({
    storm: { home: onDisk(disk), troubles: [trouble], ...rollAir(roll) },
    end: () => disk.end(),
  });
  const ground = grounds[roll(grounds.length)];
  if (ground === "small") {
    const disk = await makeSmallDisk(96);
    return inFileOn(disk, fullDisk(3, disk));
  }
  if (ground === "device") {
    const device = await makeDevice(64);
    return inFileOn(device, powerCuts(5, device));
  }
  return { storm: { home: inFile(), ...rollAir(roll) }, end: async () => {} };
}

/** For tills with a server. */
export async function rollServer(roll: Dice): Promise<Round> {
  const onServer = async (troublesOf: (server: Cluster) => readonly Trouble[], disk?: Disk): Promise<Round> => {
    const server = await startPostgres({}, disk);
    return {
      storm: { home: inPostgres(server.url), troubles: troublesOf(server), ...rollAir(roll) },
      async end() {
        await server.stop();
        await disk?.end();
      },
    };
  };
  const ground = grounds[roll(grounds.length)];
  if (ground === "small") {
    const disk = await makeSmallDisk(160);
    return onServer((server) => [fullDisk(2, disk), fullLog(2, disk, server)], disk);
  }
  if (ground === "device") {
    const device = await makeDevice(256);
    return onServer((server) => [powerCuts(2, device, server)], device);
  }
  return onServer((server) => [crashes(5, server)]);
}

/** What is above it: clocks and the network. */
function rollAir(roll: Dice): Partial<Storm> {
  return { leaps: roll(3) === 0, ...(roll(3) === 0 && { keepsMs: 1_200, transportMs: 1_300 }) };
}
