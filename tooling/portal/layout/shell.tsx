import type { ComponentChildren, VNode } from "preact";
import { Bar, BottomBar, SearchDialog } from "./bar.js";
import { Head } from "./head.js";
import { linkTo, twinOf } from "./links.js";
import type { Heading } from "./outline.js";
import type { Place } from "./place.js";
import { branchesOf, neighboursOf } from "./tree.js";
import { Breadcrumbs, Neighbours, Sections, Tree } from "./ways.js";

/** A whole page: the bar above, the ways beside, the content between, the bar of a phone below. */
export function Shell(props: Place & { readonly headings: readonly Heading[]; readonly children: ComponentChildren }) {
  const { page, address, messages, headings, children } = props;
  const branches = branchesOf(page, props.docs, messages);
  return (
    <html lang={address.language} data-target="sandbox">
      <Head page={page} address={address} />
      <body data-copy={messages.shell.copy} data-copied={messages.shell.copied}>
        <a class="skip" href="#content">
          {messages.skip}
        </a>
        <Bar {...props} />
        <div class={`frame ${page.room ?? ""}`.trim()}>
          <Tree branches={branches} address={address} messages={messages} />
          <main id="content">
            <Breadcrumbs {...props} />
            {children}
            <Neighbours neighbours={neighboursOf(page, branches)} address={address} messages={messages} />
          </main>
          {page.room === undefined && <Sections headings={headings} messages={messages} />}
        </div>
        <Footer address={address} messages={messages} />
        <BottomBar {...props} />
        <SearchDialog address={address} messages={messages} />
      </body>
    </html>
  );
}

function Footer({ address, messages }: Pick<Place, "address" | "messages">): VNode {
  return (
    <footer>
      <p>{messages.shell.unofficial}</p>
      <p>
        <a href={linkTo(address, "design.html")}>{messages.shell.design}</a>
        <a href={twinOf(address)} type="text/markdown">
          {messages.shell.markdown}
        </a>
      </p>
    </footer>
  );
}
