import { isSame } from "./same.js";

/** Who may decide: his id, which goes into the journal, and the token that only he has. */
export interface Person {
  readonly id: string;
  readonly token: string;
}

/** Plain letters only: nobody can look like somebody else. */
const anId = /^[A-Za-z0-9._@+-]{1,60}$/;

const shortestToken = 16;

/**
 * Reads who may decide: a line for each, his id and his token; what begins with # is left out.
 * @throws TypeError with one sentence that repeats no token
 */
export function readPeople(text: string): readonly Person[] {
  const people: Person[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [id = "", token = "", ...more] = line.trim().split(/\s+/);
    const complaint = more.length > 0 ? "has more than an id and a token" : complaintOf(people, { id, token });
    if (complaint !== undefined) throw new TypeError(`line ${index + 1} ${complaint}`);
    people.push({ id, token });
  }
  if (people.length === 0) throw new TypeError("there is nobody in it");
  return people;
}

function complaintOf(people: readonly Person[], { id, token }: Person): string | undefined {
  if (!anId.test(id)) return "has no id of letters, digits and . _ @ + -, at most 60 of them";
  if (token.length < shortestToken) return `has no token of ${shortestToken} characters or more`;
  if (people.some((other) => other.id.toLowerCase() === id.toLowerCase())) return "repeats an id";
  return people.some((other) => isSame(other.token, token)) ? "repeats a token" : undefined;
}
