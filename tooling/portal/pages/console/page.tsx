import { existsSync } from "node:fs";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import type { Console } from "@setor-tooling/model/console";
import type { Language } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Vendor } from "@setor-tooling/model/vendors";
import type { VNode } from "preact";
import { Code } from "../../components/code.js";
import { Hero } from "../../components/hero.js";
import { Prose } from "../../components/prose.js";
import { assetLink, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages/messages.js";
import type { Page } from "../../layout/page.js";
import type { SeededConsole } from "./seeded-console.js";

/** Calls that go from the page to the sandbox on this machine, and to nothing else. */
export function tryPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec, profile } = docs;
  const title = `${messages.tryIt}: ${spec.info.title}`;
  const head = { name: address.name, title, vendor };
  const { factory, account = {}, console } = profile;
  if (console === undefined) {
    return { ...head, description: messages.notSupported, content: <OnlyMock {...{ vendor, title, messages }} /> };
  }
  const operations = listOperations(spec).map(({ operation }) => operation.operationId);
  const seeded: SeededConsole = { factory, options: account, ...console, faults: fittingFaults(vendor.id, operations) };
  const content = (
    <>
      <Hero title={title}>
        <p>
          <Prose text={messages.tryLead} />
        </p>
      </Hero>
      <Form {...{ docs, address, messages, console, operations }} />
      <Results messages={messages} />
      <script type="application/json" id="console" dangerouslySetInnerHTML={{ __html: writeJson(seeded) }} />
    </>
  );
  return { ...head, description: messages.tryLead.replaceAll("`", ""), content, scripts: ["try.js"] };
}

function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

interface FormProps {
  readonly docs: VendorDocs;
  readonly address: PageAddress;
  readonly messages: Messages;
  readonly console: Console;
  readonly operations: readonly string[];
}

function Form({ docs: { vendor, language }, address, messages, console, operations }: FormProps): VNode {
  const picture = existsSync(pictureSource(vendor)) ? assetLink(address, pictureScript(vendor.id)) : undefined;
  const client = assetLink(address, clientScript(vendor.id));
  return (
    <form id="try" data-vendor={vendor.id} data-client={client} data-picture={picture}>
      <label>
        {messages.scenario}
        <select name="preset">
          <Options console={console} operations={operations} language={language} />
        </select>
      </label>
      <label>
        {messages.argument}
        <textarea name="input" rows={6} spellcheck={false} />
      </label>
      <div class="pair">
        <label>
          {messages.fault}
          <select name="fault">
            <option value="">–</option>
          </select>
        </label>
        <label>
          {messages.port}
          <input name="port" type="number" value="4020" min="1" max="65535" />
        </label>
      </div>
      <Buttons console={console} language={language} messages={messages} />
      <output id="note" data-unreachable={messages.unreachable} />
    </form>
  );
}

function Buttons(props: { console: Console; language: Language; messages: Messages }): VNode {
  const { console, language, messages } = props;
  return (
    <p class="buttons">
      <button type="submit" class="main">
        {messages.send}
      </button>
      <button type="button" data-control="settle" hidden>
        settle(attempt)
      </button>
      {(console.actions ?? []).map(({ label }, index) => (
        <button type="button" data-control={`action-${index}`} hidden>
          {label[language]}
        </button>
      ))}
      <button type="button" data-control="advance">
        {messages.advance}
      </button>
      <button type="button" data-control="reset">
        {messages.reset}
      </button>
    </p>
  );
}

function Results({ messages }: { readonly messages: Messages }): VNode {
  const shown = [
    ["result", messages.client],
    ["request", messages.sent],
    ["answer", messages.answered],
  ] as const;
  return (
    <div class="columns results">
      <section id="picture" hidden>
        <h2>QR</h2>
        <div class="qr" />
        <p class="countdown" />
      </section>
      {shown.map(([id, title]) => (
        <section>
          <h2>{title}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <pre tabIndex={0} id={id} class="wrapped" aria-live={id === "result" ? "polite" : undefined} />
        </section>
      ))}
    </div>
  );
}

/** The faults that make sense, by operation. */
function fittingFaults(id: string, operations: readonly string[]): SeededConsole["faults"] {
  const { faults } = createSandbox();
  return Object.fromEntries(operations.map((operation) => [operation, faults.fitting(id, operation)]));
}

/** The file of a vendor's client among the assets. */
export function clientScript(id: string): string {
  return `${id}.client.js`;
}

/** Where a vendor says what its results look like, if they have looks. */
export function pictureSource({ packageDir }: Vendor): string {
  return join(packageDir, "profile", "picture.ts");
}

/** The file among the assets that is made of it. */
export function pictureScript(id: string): string {
  return `${id}.picture.js`;
}

/** What can be tried of a vendor that the sandbox does not support. */
function OnlyMock({ vendor, title, messages }: { vendor: Vendor; title: string; messages: Messages }): VNode {
  return (
    <>
      <Hero title={title}>
        <p>{messages.notSupported}</p>
      </Hero>
      <Code language="shell" text={`npx pnpm mock ${vendor.id}   # http://127.0.0.1:${vendor.mockPort}`} />
    </>
  );
}

/** In the order of the spec. */
function Options(props: { console: Console; operations: readonly string[]; language: Language }): VNode {
  const { console, operations, language } = props;
  const listed = operations.flatMap((operation) =>
    [...console.presets.entries()].filter(([, preset]) => preset.operation === operation),
  );
  return (
    <>
      {listed.map(([index, { operation, label }]) => (
        <option value={index}>
          {operation}: {label[language]}
        </option>
      ))}
    </>
  );
}
