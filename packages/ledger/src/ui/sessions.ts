import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** One person who has shown the token. */
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
  /** Logs somebody in who has the token; `too-often` for a minute after ten wrong ones. */
  logIn(token: string, person: string): Session | "bad-token" | "bad-person" | "too-often";
  logOut(id: string): void;
  /** What the form of the login carries. */
  readonly loginCsrf: string;
}

const longestMs = 8 * 60 * 60_000;
const mostSessions = 1_000;
const mostWrong = 10;
const pauseMs = 60_000;

/** Plain letters only: nobody can look like somebody else. */
const aPerson = /^[A-Za-z0-9._@+-]{1,60}$/;

export function createSessions(token: string, now: () => number): Sessions {
  const sessions = new Map<string, Session & { readonly until: number }>();
  let wrong: number[] = [];

  return {
    loginCsrf: secret(),
    find(id) {
      const session = id === undefined ? undefined : sessions.get(id);
      if (session === undefined || session.until > now()) return session;
      sessions.delete(session.id);
      return undefined;
    },
    logIn(given, person) {
      wrong = wrong.filter((at) => now() - at < pauseMs);
      if (wrong.length >= mostWrong) return "too-often";
      if (!isSame(given, token)) {
        wrong.push(now());
        return "bad-token";
      }
      if (!aPerson.test(person)) return "bad-person";
      const [oldest] = sessions.keys();
      if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
      const session = { id: secret(), person, csrf: secret(), until: now() + longestMs };
      sessions.set(session.id, session);
      return session;
    },
    logOut: (id) => {
      sessions.delete(id);
    },
  };
}

/** Whether two texts are the same; takes as long whatever they are. */
export function isSame(one: string, other: string): boolean {
  const [hashed, otherHashed] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return hashed !== undefined && otherHashed !== undefined && timingSafeEqual(hashed, otherHashed);
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
