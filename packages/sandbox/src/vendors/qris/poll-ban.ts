/** As often as one apikey may check while it leaves less than `closeMs` between its checks. */
const checksInARow = 30;

const closeMs = 15_000;

/** Counts the checks of each apikey that follow one another too closely. */
export interface PollBan {
  /** Counts one check; gives whether it is one too many. */
  isTooMany(apikey: string, atMs: number): boolean;
}

export function createPollBan(): PollBan {
  const rows = new Map<string, { lastMs: number; count: number }>();
  return {
    isTooMany(apikey, atMs) {
      const row = rows.get(apikey);
      const count = row !== undefined && atMs - row.lastMs < closeMs ? row.count + 1 : 1;
      rows.set(apikey, { lastMs: atMs, count });
      return count > checksInARow;
    },
  };
}
