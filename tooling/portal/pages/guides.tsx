import { join } from "node:path";
import { guideFile, guideGroups, guideNames, guidesFolder, readGuide } from "@setor-tooling/model/guides";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { Hero, Section } from "../components/hero.js";
import { Prose } from "../components/prose.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";
import { Markdown } from "../markdown/markdown.js";
import { slugsOf } from "../markdown/slugs.js";
import { SigningForm } from "./console/signing-form.js";
import { HeatMap } from "./heat-map.js";

export function guidePage(name: string, address: PageAddress, messages: Messages, docs: readonly VendorDocs[]): Page {
  const { title, lead, markdown } = readGuide(name, address.language);
  const link = (href: string) => {
    const [file = "", hash] = href.split("#", 2);
    const guide = guideNames.find((known) => guideFile(known, address.language) === join(guidesFolder, file));
    return guide === undefined ? href : linkTo(address, `guides/${guide}.html${hash === undefined ? "" : `#${hash}`}`);
  };
  // A section has the address that its English heading gives it, so that a link holds in both languages.
  const slugs = slugsOf(readGuide(name, "en").markdown);
  const signer = name === "signing" ? docs.find(({ profile }) => profile.signing !== undefined) : undefined;
  const content = (
    <>
      <div class="prose">
        <Markdown text={markdown} link={link} slugs={slugs} />
      </div>
      {name === "faults" && <HeatMap markdown={markdown} messages={messages} />}
      {signer !== undefined && <SigningForm docs={signer} messages={messages} />}
    </>
  );
  const page: Page = {
    name: address.name,
    title,
    description: lead.replaceAll("`", ""),
    content,
    ...(name === "faults" && { room: "wide" }),
  };
  return signer === undefined ? page : { ...page, scripts: ["sign.js"] };
}

export function guidesPage(address: PageAddress, messages: Messages): Page {
  const content = (
    <>
      <Hero title={messages.guides} />
      {Object.entries(guideGroups).map(([group, names]) => (
        <Section id={group} title={Reflect.get(messages.guideGroups, group)}>
          <div class="cards">
            {names.map((name) => (
              <GuideCard name={name} address={address} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
  return { name: address.name, title: messages.guides, description: messages.guides, content };
}

function GuideCard({ name, address }: { readonly name: string; readonly address: PageAddress }): VNode {
  const { title, lead } = readGuide(name, address.language);
  return (
    <section class="card">
      <h3>
        <a href={linkTo(address, `guides/${name}.html`)}>{title}</a>
      </h3>
      <p>
        <Prose text={lead.replace(/\*\*/g, "")} />
      </p>
    </section>
  );
}
