import { startPostgres } from "@setor-tooling/postgres/cluster";
import { type Device, makeDevice } from "@setor-tooling/postgres/device";
import { afterEach, describe, expect, it } from "vitest";
import { canMakeDevices } from "../../../scripts/disks.mjs";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { inPostgres, onDisk } from "./homes.js";
import { runStorm } from "./storm.js";
import { powerCuts } from "./troubles.js";

const nothing = { doubleDebits: 0, lost: 0, falseReceipts: 0, unclaimed: 0, forgotten: 0, broken: [] };
const storm = { payments: 200, kills: 30, tills: 3, seed: 1 };
const isPossible = canMakeDevices();
if (!isPossible) console.log("Power cuts are left out: they need root, ext4 and loop devices.");

describe.skipIf(!isPossible)("tills whose power goes in the midst of their payments", { timeout: 300_000 }, () => {
  let device: Device;
  afterEach(() => device.end());

  it("tills with one ledger in a file pay 200 bills once through 10 power cuts", async () => {
    device = await makeDevice(64);
    const aftermath = await runStorm({ ...storm, home: onDisk(device), troubles: [powerCuts(10, device)] });
    console.log(JSON.stringify(aftermath));
    expect(aftermath).toMatchObject({ ...nothing, troubles: { "power cuts": 10 } });
  });

  it("tills whose file is left to the kernel forget in the same storm what they have sent", async () => {
    device = await makeDevice(64);
    const run = runStorm({
      ...storm,
      home: onDisk(device),
      troubles: [powerCuts(10, device)],
      breaks: "unsynced",
    });
    await expect(run).rejects.toThrow(/^A power cut left: .*"unclaimed":[1-9]/);
  });

  it.skipIf(postgresBin === "")(
    "tills with one ledger in Postgres pay 200 bills once through 5 power cuts",
    async () => {
      device = await makeDevice(160);
      const server = await startPostgres({}, device);
      try {
        const troubles = [powerCuts(5, device, server)];
        const aftermath = await runStorm({ ...storm, home: inPostgres(server.url), troubles });
        console.log(JSON.stringify(aftermath));
        expect(aftermath).toMatchObject({ ...nothing, troubles: { "power cuts": 5 } });
      } finally {
        await server.stop();
      }
    },
  );
});
