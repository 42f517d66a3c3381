import type { Console } from "./console.js";
import type { MoneyCall } from "./money/money-call.js";
import type { PaymentCase } from "./money/payment-case.js";
import type { ClientMutation } from "./mutation.js";
import type { Scenario } from "./scenarios.js";
import type { Vendor } from "./vendors.js";

/** How requests are signed with an HMAC-SHA256 in Base64, for samples that sign themselves. */
export interface SampleSigning {
  /** What is signed, with `{path}`, `{verb}`, `{token}`, `{timestamp}` and `{body}` in their places. */
  readonly text: string;
  /** What the path of the URL begins with, and the path that is signed does not. */
  readonly unsignedPrefix: string;
  /** The headers that it makes, by what they carry; the time is in UTC with milliseconds. */
  readonly headers: Readonly<Record<string, "timestamp" | "signature">>;
  /** The key: the field in which another operation sends it, and its value in the examples. */
  readonly secret: { readonly field: string; readonly value: string };
  /** The field of an answer that carries the token. */
  readonly tokenField: string;
}

/** What the inputs of a workflow are made of. */
export interface RunContext {
  /** Where the sandbox listens. */
  readonly origin: string;
  /** The sandbox's time. */
  readonly now: Date;
  /** The bodies of the answers so far, by stepId. */
  readonly answers: Readonly<Record<string, unknown>>;
}

type Inputs = Readonly<Record<string, unknown>>;

/** A vendor's workflows with the accounts and bills that the sandbox begins with. */
export interface WorkflowRun {
  /** The inputs of one workflow; the workflows are run in the order of their file. */
  inputs(workflowId: string, context: RunContext): Inputs | Promise<Inputs>;
  /** The inputs that depend on the time: an output that says the same, `$steps.s.outputs.o`, and which part of it. */
  readonly answered?: Readonly<Record<string, { readonly output: string; readonly pattern: string }>>;
  /** Every movement of money, in order, whole rupiah; negative where it comes back. */
  readonly debits: readonly number[];
}

/**
 * What the tooling cannot know of a vendor: how its client is made, and where it leaves the wire's form. The sandbox is
 * its parameter, because the sandbox's own tests use the model.
 */
export interface VendorProfile<Sandbox = never> {
  /** Name of the exported function that makes the client. */
  readonly factory: string;
  /** The account that the sandbox begins with, as options of the client; none where the vendor asks for none. */
  readonly account?: Readonly<Record<string, string>>;
  /** The options that an integrator would give, as plain data. */
  options(scenario: Scenario): Readonly<Record<string, unknown>>;
  /** Options beyond those, by which a scenario can be repeated: a fixed clock, a token at hand. */
  testOptions?(scenario: Scenario): Readonly<Record<string, unknown>>;
  /** The argument of the method; the wire's own fields by default. */
  argument?(scenario: Scenario): unknown;
  /** The argument as a sample shows it, where it differs. */
  sampleArgument?(scenario: Scenario): unknown;
  /** The bearer token that a sample shows, where there is one. */
  bearer?(scenario: Scenario): string | undefined;
  /** How the requests that have a bearer are signed, where they are. */
  readonly signing?: SampleSigning;
  /** What the client must hand over as `data`; the answer's payload as it is by default. */
  data?(scenario: Scenario): unknown;
  /** The scenarios whose requests the client sends for this one, in order; by default this one alone, once. */
  expectedCalls?(scenario: Scenario): readonly string[];
  /** The folder of the files that samples read, each by its name there. */
  readonly sampleFolder?: string;
  /** The bytes of a file part, by the name of the field. */
  file?(name: string): Uint8Array<ArrayBuffer>;
  /** How the workflows are run against the sandbox, where there are any. */
  readonly workflows?: WorkflowRun;
  /** What can be tried from its page; an empty page where nothing can. */
  readonly console?: Console;
  /** Every call that moves money, is billed or opens an invoice; each is put under every fault that makes sense. */
  readonly moneyCalls?: readonly MoneyCall[];
  /** What is paid once by a ledger, under schedules of faults, crashes and duplicates. */
  readonly paymentCases?: readonly PaymentCase<Sandbox>[];
  /** Defects that its suite must notice, beyond those of core that concern every vendor of its kind. */
  readonly mutations?: readonly ClientMutation[];
  /** What its suite looks at beyond the scenarios and what it asks of every client: how its payments are settled. */
  readonly probes?: readonly Probe[];
}

/** A vendor's client, perhaps with a defect, and what its spec says. */
export interface Subject {
  readonly vendor: Vendor;
  readonly module: object;
  readonly profile: VendorProfile;
  readonly scenarios: readonly Scenario[];
}

/** Something that a client does whatever its spec says. */
export interface Probe {
  readonly name: string;
  /** @throws Error when the client does not */
  run(subject: Subject): Promise<void>;
}
