import type { VNode } from "preact";
import { linkTo, type PageAddress } from "./links.js";
import type { Messages } from "./messages/messages.js";
import type { Heading } from "./outline.js";
import { type Page, vendorPage } from "./page.js";
import type { Place } from "./place.js";
import type { Branch, Leaf } from "./tree.js";

interface Writing {
  readonly address: PageAddress;
  readonly messages: Messages;
}

/** The pages around this one: beside it on a desktop, over it on a phone. */
export function Tree({ branches, address, messages }: Writing & { readonly branches: readonly Branch[] }): VNode {
  return (
    <nav class="tree" id="tree" popover="auto" aria-label={messages.shell.pages}>
      {branches.map(({ title, leaves }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {leaves.map((leaf) => (
              <li>
                <Way leaf={leaf} address={address} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Way({ leaf: { name, text, code }, address }: { leaf: Leaf; address: PageAddress }): VNode {
  const current = address.name === name ? "page" : undefined;
  return (
    <a href={linkTo(address, name)} aria-current={current}>
      {code ? <code>{text}</code> : text}
    </a>
  );
}

/** The way down to this page. */
export function Breadcrumbs({ page, address, messages, docs }: Place): VNode | null {
  if (page.name === "index.html") return null;
  const own = docs.find(({ vendor }) => vendor.id === page.vendor?.id);
  const ways: Leaf[] = [{ name: "index.html", text: messages.home }];
  if (own !== undefined) ways.push({ name: vendorPage(own.vendor, "overview"), text: own.spec.info.title });
  if (page.name.startsWith("guides/")) ways.push({ name: "guides/index.html", text: messages.guides });
  return (
    <nav class="breadcrumbs" aria-label={messages.shell.breadcrumbs}>
      <ol>
        {ways
          .filter(({ name }) => name !== page.name)
          .map((leaf) => (
            <li>
              <Way leaf={leaf} address={address} />
            </li>
          ))}
        <li aria-current="page">{shortTitle(page, own, messages)}</li>
      </ol>
    </nav>
  );
}

/** What a page is called among those of its vendor. */
function shortTitle(page: Page, own: Place["docs"][number] | undefined, messages: Messages): string {
  if (own === undefined) return page.title;
  const named = (["reference", "errors", "workflows", "tryIt", "changelog"] as const).find(
    (each) => vendorPage(own.vendor, each) === page.name,
  );
  return named === undefined ? page.title : messages[named];
}

/** The sections of this page. */
export function Sections(props: { readonly headings: readonly Heading[]; readonly messages: Messages }): VNode | null {
  const { headings, messages } = props;
  if (headings.length < 2) return <div class="sections" />;
  return (
    <nav class="sections" aria-label={messages.shell.onThisPage}>
      <h2>{messages.shell.onThisPage}</h2>
      <ul>
        {headings.map(({ id, text, depth }) => (
          <li class={depth === 3 ? "inner" : undefined}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page before and the page after. */
export function Neighbours(
  props: Writing & { readonly neighbours: { readonly previous?: Leaf; readonly next?: Leaf } },
): VNode | null {
  const { neighbours, address, messages } = props;
  const { previous, next } = neighbours;
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="neighbours" aria-label={`${messages.shell.previous}, ${messages.shell.next}`}>
      {previous && (
        <a rel="prev" href={linkTo(address, previous.name)}>
          <small>{messages.shell.previous}</small> {previous.text}
        </a>
      )}
      {next && (
        <a rel="next" href={linkTo(address, next.name)}>
          <small>{messages.shell.next}</small> {next.text}
        </a>
      )}
    </nav>
  );
}
