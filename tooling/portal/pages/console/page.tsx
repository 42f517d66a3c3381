import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Vendor } from "@setor-tooling/model/vendors";
import { describeVendor } from "@setor-tooling/play/describe";
import type { Lesson } from "@setor-tooling/play/lesson";
import { lessons } from "@setor-tooling/play/lessons";
import type { VNode } from "preact";
import { Code } from "../../components/code.js";
import { Hero } from "../../components/hero.js";
import { fileOf, linkTo, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages/messages.js";
import { playMessages } from "../../layout/messages/play.js";
import { type Page, vendorPage } from "../../layout/page.js";
import type { PlayData, ToldLesson } from "./play-data.js";

/** Where `npm start` serves the sandbox unless it is told otherwise. */
const sandboxPort = 4020;

/** A vendor's client and a sandbox, to be played with in the page itself. */
export function tryPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec, language } = docs;
  const title = `${messages.tryIt}: ${spec.info.title}`;
  const head = { name: address.name, title, vendor };
  const described = describeVendor(docs);
  if (described === undefined) {
    return { ...head, description: messages.notSupported, content: <OnlyMock {...{ vendor, title, messages }} /> };
  }
  const words = playMessages(language);
  const own = lessons.filter((lesson) => lesson.vendor === vendor.id);
  const data: PlayData = {
    language,
    vendor: described,
    messages: words,
    lessons: own.map((lesson) => tell(lesson, language)),
    elsewhere: lessons
      .filter((lesson) => !own.includes(lesson))
      .map((lesson) => ({ title: lesson.title[language], href: linkTo(address, placeOf(lesson)) })),
    port: sandboxPort,
    ports: posix.relative(posix.dirname(fileOf(address)), "setor.json"),
  };
  const content = (
    <>
      <Hero title={title}>
        <p>{words.lead}</p>
      </Hero>
      <div id="play" class="play">
        <p>{words.noScript}</p>
        <p>
          <a href={linkTo(address, vendorPage(vendor, "overview"))}>{messages.scenarios}</a> ·{" "}
          <a href={linkTo(address, vendorPage(vendor, "errors"))}>{messages.errors}</a> ·{" "}
          <a href={linkTo(address, "guides/faults.html")}>{words.faultsLink}</a>
        </p>
      </div>
      <script type="application/json" id="play-data" dangerouslySetInnerHTML={{ __html: writeJson(data) }} />
    </>
  );
  const scripts = existsSync(pictureSource(vendor)) ? [pictureScript(vendor), "play.js"] : ["play.js"];
  return { ...head, description: words.lead, content, scripts, room: "wide" };
}

/** Where a vendor says what its results look like, if they have looks. */
export function pictureSource({ packageDir }: Vendor): string {
  return join(packageDir, "profile", "picture.ts");
}

/** The file among the assets that is made of it. */
export function pictureScript({ id }: Vendor): string {
  return `${id}.picture.js`;
}

/** The page on which a lesson is played. */
function placeOf({ vendor, id }: Lesson): string {
  return `${vendor}/try.html#lesson=${id}`;
}

function tell({ id, title, story, before, answer, because, choices }: Lesson, language: Language): ToldLesson {
  return {
    id,
    title: title[language],
    story: story[language],
    before,
    answer,
    because: because[language],
    choices: choices.map((choice) => ({ ...choice, text: choice.text[language], because: choice.because[language] })),
  };
}

function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
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
