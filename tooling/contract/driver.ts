import type { Fetch } from "@setor/core";
import type { Scenario } from "./scenarios.js";

/** Where a scenario is played: a stub in memory, or a mock server. */
export interface Stage {
  readonly fetch: Fetch;
  /** Absent: the client's own default. */
  readonly baseUrl?: string;
}

/** What the suite cannot know of a vendor: how its client is made, and where its arguments leave the wire's form. */
export interface Driver<Module> {
  /** Makes the client as an integrator would, with the credentials of the scenario's request. */
  create(module: Module, scenario: Scenario, stage: Stage): object;
  /** The argument of the method; the wire's own fields by default. */
  argument?(scenario: Scenario): unknown;
  /** What the client must hand over as `data`; the answer's payload as it is by default. */
  data?(scenario: Scenario): unknown;
  /** The bytes of a file part, by the name of the field. */
  file?(name: string): Uint8Array<ArrayBuffer>;
}
