import { checkRun } from "@setor-tooling/play/check-run";
import { createLocalPlayer, createPlayer, makers, type Player } from "@setor-tooling/play/engine/index";
import { readLink, writeLink } from "@setor-tooling/play/link";
import { defaultStart, mostSteps, type Run, type Step } from "@setor-tooling/play/run";
import type { PlayData } from "../../pages/console/play-data.js";
import { fill } from "./format.js";

/** A run that the reader goes through, with everything that has come of it. */
export interface Session {
  readonly player: Player;
  readonly run: Pick<Run, "start" | "seed">;
  /** Where calls go, where it is not the sandbox in the page. */
  readonly origin: string | undefined;
  /** A step is being taken. */
  readonly busy: boolean;
  /** Why a link could not be played. */
  readonly problem: string | undefined;
  /** Takes steps, one after the other; nothing while others are being taken. */
  take(...steps: readonly Step[]): Promise<void>;
  /** Begins anew, and takes these steps. */
  begin(run: Partial<Run>): Promise<void>;
  /** Plays what stands after the `#` of the address; nothing happens where there is nothing. */
  open(hash: string): Promise<void>;
  /** What stands for `photo` from now on. */
  usePhoto(photo: Uint8Array<ArrayBuffer> | undefined): void;
  /** Where calls go: to the sandbox in the page, or to the one at this origin. Begins anew. */
  useOrigin(origin: string | undefined): void;
  /** The run as the part of a link after `#`. */
  link(): string;
}

/** Begins a session; `changed` is told whenever there is something new to show. */
export function createSession({ vendor, messages }: PlayData, changed: () => void): Session {
  let run: Pick<Run, "start" | "seed"> = { start: defaultStart };
  let photo: Uint8Array<ArrayBuffer> | undefined;
  let origin: string | undefined;
  let player = newPlayer();
  let busy = false;
  let problem: string | undefined;

  function newPlayer(): Player {
    const make = makers[vendor.id];
    if (make === undefined) throw new Error(`There is no client of ${vendor.id}.`);
    if (origin !== undefined) return createLocalPlayer({ vendor, make, origin, changed, photo: () => photo });
    return createPlayer({ vendor, make, ...run, photo: () => photo });
  }

  async function take(...steps: readonly Step[]): Promise<void> {
    if (busy) return;
    busy = true;
    problem = undefined;
    const own = player;
    try {
      for (const step of steps) {
        if (own !== player || own.steps.length >= mostSteps) return;
        const taken = own.take(step);
        changed();
        await taken;
      }
    } catch (error) {
      // A sandbox that is served may be gone, or refuse.
      if (own === player) problem = String(error);
    } finally {
      if (own === player) busy = false;
      changed();
    }
  }

  async function begin({ start = defaultStart, seed, steps = [] }: Partial<Run>): Promise<void> {
    run = { start, ...(seed && { seed }) };
    player = newPlayer();
    busy = false;
    problem = undefined;
    await take(...steps);
  }

  return {
    get player() {
      return player;
    },
    get run() {
      return run;
    },
    get origin() {
      return origin;
    },
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    take,
    begin,
    async open(hash) {
      const read = readLink(hash);
      const checked = read.ok ? checkRun(read.value, vendor) : read;
      // What it says is what happened in a page.
      origin = undefined;
      if (checked.ok) return begin(checked.run);
      const { problem: found } = checked;
      const said = typeof found === "string" ? { problem: found } : found;
      problem = fill(messages.problems[said.problem], { step: ("step" in said ? (said.step ?? 0) : 0) + 1 });
      changed();
    },
    usePhoto(chosen) {
      photo = chosen;
    },
    useOrigin(next) {
      origin = next;
      void begin({});
    },
    link: () => writeLink({ vendor: vendor.id, ...run, steps: player.steps }),
  };
}
