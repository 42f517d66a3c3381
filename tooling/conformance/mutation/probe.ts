import type { Subject } from "./subject.js";

/** Something that a client does whatever its spec says. */
export interface Probe {
  readonly name: string;
  fits(subject: Subject): boolean;
  /** @throws Error when the client does not */
  run(subject: Subject): Promise<void>;
}
