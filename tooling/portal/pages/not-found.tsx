import { Hero } from "../components/hero.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";

/** What is shown where there is no page; the server gives it with the status 404. */
export function notFoundPage(address: PageAddress, messages: Messages): Page {
  const { notFound, notFoundLead } = messages.shell;
  const content = (
    <Hero title={notFound}>
      <p>{notFoundLead}</p>
    </Hero>
  );
  return { name: address.name, title: notFound, description: notFoundLead, content };
}
