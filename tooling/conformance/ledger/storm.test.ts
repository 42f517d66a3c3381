import { startPostgres } from "@setor-tooling/postgres/cluster";
import { makeSmallDisk, type SmallDisk } from "@setor-tooling/postgres/disk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canMakeDisks } from "../../../scripts/disks.mjs";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { inPostgres, onDisk } from "./homes.js";
import { type Aftermath, runStorm, type Storm } from "./storm.js";
import { crashes, fullDisk, fullLog } from "./troubles.js";

/** Nothing that must not be. */
const nothing = { doubleDebits: 0, lost: 0, falseReceipts: 0, unclaimed: 0, forgotten: 0, broken: [] };

async function runAndShow(storm: Storm): Promise<Aftermath> {
  const aftermath = await runStorm(storm);
  console.log(JSON.stringify(aftermath));
  return aftermath;
}

/** The harm that some of a few storms do where a rule is broken: debited twice, or believed unpaid. */
async function findHarm(storm: Storm): Promise<number> {
  for (let seed = 1; seed <= 5; seed += 1) {
    const { doubleDebits, disputes } = await runAndShow({ ...storm, seed });
    if (doubleDebits + disputes > 0) return doubleDebits + disputes;
  }
  return 0;
}

describe("tills that are killed and stopped in the midst of their payments", { timeout: 120_000 }, () => {
  const storm = { payments: 300, kills: 50, tills: 3, seed: 1 };

  it("tills with one ledger in a file pay 300 bills once through 50 kills", async () => {
    expect(await runAndShow(storm)).toMatchObject({ ...nothing, kills: 50 });
  });

  it.skipIf(postgresBin === "")(
    "tills with one ledger in Postgres pay 300 bills once through 50 kills and 5 crashes of the server",
    async () => {
      const server = await startPostgres();
      try {
        const troubles = [crashes(5, server)];
        const aftermath = await runAndShow({ ...storm, home: inPostgres(server.url), troubles });
        expect(aftermath).toMatchObject({ ...nothing, kills: 50, troubles: { crashes: 5 } });
      } finally {
        await server.stop();
      }
    },
  );

  it("tills that take what did not come back for not sent debit some bills twice in the same storm", async () => {
    const { doubleDebits } = await runAndShow({ ...storm, breaks: "careless" });
    expect(doubleDebits).toBeGreaterThan(0);
  });
});

describe("tills whose wall clocks leap by hours", { timeout: 120_000 }, () => {
  const storm = { payments: 80, kills: 16, tills: 3, seed: 1, leaps: true, keepsMs: 1_200, transportMs: 1_300 };

  it("tills whose wall clocks leap by hours, one by one and all at once, pay 80 bills once through 16 kills", async () => {
    const aftermath = await runAndShow(storm);
    expect(aftermath).toMatchObject({ ...nothing, kills: 16, troubles: { "clock leaps": 20 } });
    expect(aftermath.leaps).toBeGreaterThan(20);
  });

  it("tills that believe a clock that leaps take for unpaid what is paid", async () => {
    expect(await findHarm({ ...storm, breaks: "wall-clock" })).toBeGreaterThan(0);
  });
});

describe("tills behind a network that delivers late", { timeout: 120_000 }, () => {
  const storm = { payments: 80, kills: 16, tills: 3, seed: 1, keepsMs: 1_200 };

  it("tills behind a network that keeps what they sent, and loses it, pay 80 bills once through 16 kills", async () => {
    const aftermath = await runAndShow({ ...storm, transportMs: 1_300 });
    expect(aftermath).toMatchObject({ ...nothing, kills: 16 });
    expect(aftermath.kept).toBeGreaterThan(5);
  });

  it("tills that do not know how long the network keeps it take for unpaid what is paid", async () => {
    expect(await findHarm({ ...storm, transportMs: 1 })).toBeGreaterThan(0);
  });
});

describe.skipIf(!canMakeDisks)("tills whose disk is full now and then", { timeout: 120_000 }, () => {
  const storm = { payments: 100, kills: 20, tills: 3, seed: 1 };
  let disk: SmallDisk;
  beforeEach(async () => {
    disk = await makeSmallDisk(96);
  });
  afterEach(() => disk.end());

  it("tills with one ledger in a file on a disk that is full 3 times pay 100 bills once through 20 kills", async () => {
    const aftermath = await runAndShow({ ...storm, home: onDisk(disk), troubles: [fullDisk(3, disk)] });
    expect(aftermath).toMatchObject({ ...nothing, kills: 20 });
    // What is written goes into old room of the log first, so that the third may come too late.
    expect(aftermath.failures).toBeGreaterThanOrEqual(40);
  });

  it("tills that send what could not be written down pay what is not in the books in the same storm", async () => {
    const { unclaimed } = await runAndShow({
      ...storm,
      home: onDisk(disk),
      troubles: [fullDisk(3, disk)],
      breaks: "unwritten",
    });
    expect(unclaimed).toBeGreaterThan(0);
  });

  it.skipIf(postgresBin === "")(
    "tills with one ledger in a Postgres whose disk, and whose log, has no room 2 times each pay 100 bills once",
    async () => {
      const server = await startPostgres({}, disk);
      try {
        const troubles = [fullDisk(2, disk), fullLog(2, disk, server)];
        const aftermath = await runAndShow({ ...storm, home: inPostgres(server.url), troubles });
        expect(aftermath).toMatchObject({ ...nothing, kills: 20, troubles: { "full disks": 2, "full logs": 2 } });
        expect(aftermath.failures).toBeGreaterThan(20);
      } finally {
        await server.stop();
      }
    },
  );
});
