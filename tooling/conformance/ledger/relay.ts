import { connect, createServer, type Socket } from "node:net";
import type { Dice } from "./dice.js";

/** A network between the tills and the vendor that is gone now and then, and keeps what is sent meanwhile. */
export interface Relay {
  readonly url: string;
  /** How many connections had something in it while it was gone. */
  readonly kept: number;
  /** Delivers what is still kept, and ends when the vendor is done with it. */
  end(): Promise<void>;
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One in so many payments finds the network gone. */
const oneIn = 8;

/**
 * Is gone when somebody pays, for a while. What was sent meanwhile is delivered some time after it is back, as when it is
 * sent again by a kernel, whether its sender waits, has given up or is dead; a fourth of it never, and half of what is
 * answered to it is lost. Nothing is delivered that is older than `mostMs`.
 */
export async function createRelay(target: string, mostMs: number, roll: Dice): Promise<Relay> {
  const { host, port, hostname } = new URL(target);
  const sockets = new Set<Socket>();
  const deliveries = new Set<Promise<void>>();
  let back: Promise<void> | undefined;

  async function beGone(ms: number): Promise<void> {
    await later(ms);
    back = undefined;
  }

  /** The vendor answers by its own name only. */
  function addressed(data: Buffer): Buffer {
    return Buffer.from(data.toString("latin1").replace(own, host), "latin1");
  }

  /** Passes everything on until the network is gone; what comes from then on is kept. */
  function pass(till: Socket, vendor: Socket): void {
    let kept: Buffer[] | undefined;
    let isHeard = true;

    async function deliver(data: readonly Buffer[]): Promise<void> {
      const since = performance.now();
      await Promise.all([back, later(roll(mostMs))]);
      kept = undefined;
      if (roll(4) === 0 || performance.now() - since > mostMs) {
        vendor.destroy();
        return;
      }
      const done = new Promise<void>((resolve) => {
        vendor.once("data", () => resolve());
        vendor.once("close", () => resolve());
      });
      vendor.write(addressed(Buffer.concat(data)));
      if (till.destroyed) vendor.end();
      await done;
    }

    till.on("data", (data) => {
      if (back === undefined && data.includes("pay_esamsat") && roll(oneIn) === 0) back = beGone(roll(mostMs / 4));
      kept?.push(data);
      if (kept !== undefined) return;
      if (back === undefined) {
        vendor.write(addressed(data));
        return;
      }
      kept = [data];
      relay.kept += 1;
      isHeard = roll(2) === 0;
      const delivery = deliver(kept).finally(() => deliveries.delete(delivery));
      deliveries.add(delivery);
    });
    vendor.on("data", (data) => {
      if (isHeard) till.write(data);
    });
    vendor.on("close", () => till.destroy());
    // What is kept does not know that its sender is gone.
    till.on("close", () => {
      if (kept === undefined) vendor.end();
    });
  }

  const server = createServer((till) => {
    const vendor = connect(Number(port), hostname);
    for (const socket of [till, vendor]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    pass(till, vendor);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : ""}`;
  const relay = {
    url: `http://${own}`,
    kept: 0,
    async end() {
      await Promise.all(deliveries);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return relay;
}
