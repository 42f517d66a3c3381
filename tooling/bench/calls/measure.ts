import { baseline, type Comparison, type Contender } from "./contenders.js";

/** What a call costs this process, in microseconds. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** A contender's medians, and how many times the baseline's they are in the same round. */
export interface Measured {
  readonly name: string;
  readonly cost: Cost;
  readonly ratio: Cost;
}

const calls = 300;
export const rounds = 9;
/** So many that V8 has compiled what it compiles. */
const warmUps = 10;

/** Lets everybody make calls in turn, round by round, so that a busy moment of the machine meets all of them. */
export async function measure({ contenders }: Comparison): Promise<Measured[]> {
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // Each round begins with another one.
    const turn = [...contenders.slice(round % contenders.length), ...contenders.slice(0, round % contenders.length)];
    for (const contender of turn) {
      const cost = await costOf(contender);
      if (round >= warmUps) costs.get(contender.name)?.push(cost);
    }
  }
  const base = costs.get(baseline) ?? [];
  const nothing = { cpu: Number.NaN, wall: Number.NaN };
  return [...costs].map(([name, own]) => ({
    name,
    cost: { cpu: median(own.map(({ cpu }) => cpu)), wall: median(own.map(({ wall }) => wall)) },
    ratio: {
      cpu: median(own.map(({ cpu }, round) => cpu / (base[round] ?? nothing).cpu)),
      wall: median(own.map(({ wall }, round) => wall / (base[round] ?? nothing).wall)),
    },
  }));
}

async function costOf({ call }: Contender): Promise<Cost> {
  // Nobody pays for what the one before has left behind.
  if (globalThis.gc === undefined) throw new Error("Run it by `npx pnpm bench:calls`.");
  globalThis.gc();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (let made = 0; made < calls; made += 1) await call();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: (user + system) / calls, wall: (1_000 * wall) / calls };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
