import { randomBytes } from "node:crypto";
import type { Person } from "./people.js";
import { isSame } from "./same.js";

/** One person who has shown his token. */
export interface Session {
  readonly id: string;
  /** The id that goes into the journal. */
  readonly person: string;
  /** What each of his forms carries. */
  readonly csrf: string;
}

/** Who is logged in, in the memory of this process: when it ends, everybody is logged out. */
export interface Sessions {
  /** Nothing for whoever is not logged in, or was for too long. */
  find(id: string | undefined): Session | undefined;
  /** Logs somebody in by his own token; `too-often` for a minute after ten wrong ones for the same id. */
  logIn(token: string, person: string): Session | "bad-token" | "too-often";
  logOut(id: string): void;
  /** What the form of the login carries. */
  readonly loginCsrf: string;
}

const longestMs = 8 * 60 * 60_000;
const mostSessions = 1_000;
const mostWrong = 10;
const pauseMs = 60_000;

export function createSessions(people: readonly Person[], now: () => number): Sessions {
  const sessions = new Map<string, Session & { readonly until: number }>();
  let wrong: { readonly id: string; readonly at: number }[] = [];
  const nobody: Person = { id: "", token: secret() };

  return {
    loginCsrf: secret(),
    find(id) {
      const session = id === undefined ? undefined : sessions.get(id);
      if (session === undefined || session.until > now()) return session;
      sessions.delete(session.id);
      return undefined;
    },
    logIn(given, person) {
      const { id, token } = people.find((each) => each.id.toLowerCase() === person.toLowerCase()) ?? nobody;
      wrong = wrong.filter(({ at }) => now() - at < pauseMs);
      if (wrong.filter((each) => each.id === id).length >= mostWrong) return "too-often";
      if (!isSame(given, token)) {
        wrong.push({ id, at: now() });
        return "bad-token";
      }
      const [oldest] = sessions.keys();
      if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
      const session = { id: secret(), person: id, csrf: secret(), until: now() + longestMs };
      sessions.set(session.id, session);
      return session;
    },
    logOut: (id) => {
      sessions.delete(id);
    },
  };
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
