import type { Probe, Subject } from "@setor-tooling/model/profile";

/** A probe of every client that it fits. */
export interface CommonProbe extends Probe {
  fits(subject: Subject): boolean;
}
