/** The sandbox says why it does not do what it was asked to. */
export class SandboxRefusal extends Error {}

/** The sandbox on this machine, as the page reaches it. */
export interface LocalSandbox {
  /** Fixed but for its port: nothing of the page ever goes to a vendor. */
  origin(): string;
  /**
   * Asks for something under `/sandbox`.
   * @throws SandboxRefusal with the sandbox's own words
   */
  post(path: string, body: object): Promise<unknown>;
  /** Asks the sandbox for its time. */
  readClock(): Promise<void>;
  /** The sandbox's time, by its last answer. */
  now(): Date;
}

export function createLocalSandbox(port: () => string): LocalSandbox {
  let aheadMs = 0;
  const origin = () => `http://127.0.0.1:${port()}`;
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${origin()}/sandbox/${path}`, init);
    const answer = await response.json();
    if (!response.ok) throw new SandboxRefusal(answer.message);
    return answer;
  };
  const readClock = async () => {
    const { now } = await ask("journal");
    aheadMs = Date.parse(now) - Date.now();
  };
  return {
    origin,
    readClock,
    async post(path, body) {
      const headers = { "Content-Type": "application/json" };
      const answer = await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
      await readClock();
      return answer;
    },
    now: () => new Date(Date.now() + aheadMs),
  };
}
