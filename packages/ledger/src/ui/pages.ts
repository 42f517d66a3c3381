import type { LedgerPayment } from "../listing.js";
import { isDay } from "../reconciliation/days.js";
import { html } from "../reconciliation/html.js";
import { findPage } from "./find.js";
import { layout } from "./layout.js";
import { type LoginForm, loginPage } from "./login.js";
import { overview } from "./overview.js";
import { paymentPage } from "./payment.js";
import { mostListed } from "./payments-table.js";
import { page, type Reply } from "./reply.js";
import type { Looked } from "./served.js";
import type { View } from "./view.js";

/** The id of a payment, as the ledger makes it. */
export const paymentId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A page that is only read. */
export async function readPage(view: View, ledger: Looked, url: URL): Promise<Reply> {
  if (url.pathname === "/") return overviewPage(view, ledger, url.searchParams.get("day"));
  if (url.pathname === "/find") return foundPage(view, ledger, (url.searchParams.get("label") ?? "").trim());
  const [, id] = /^\/payment\/([^/]*)$/.exec(url.pathname) ?? [];
  return id === undefined ? notFound(view) : onePayment(view, ledger, id);
}

export function notFound(view: View): Reply {
  const { notFound: title, notFoundHelp } = view.say.words;
  return page(layout(view, title, html`<h1>${title}</h1><p>${notFoundHelp}</p>`), 404);
}

export function failed(view: View): Reply {
  const { failed: title, failedHelp } = view.say.words;
  return page(layout(view, title, html`<h1>${title}</h1><p>${failedHelp}</p>`), 503);
}

export function login(view: View, form: LoginForm): Reply {
  const status = form.problem === undefined ? 200 : form.problem === "too-often" ? 429 : 422;
  return page(layout(view, view.say.words.logInTitle, loginPage(view, form)), status);
}

async function overviewPage(view: View, ledger: Looked, day: string | null): Promise<Reply> {
  const limit = mostListed;
  const [open, disputed, counted, totals] = await Promise.all([
    ledger.open({ only: "open", limit }),
    ledger.open({ only: "disputed", limit }),
    ledger.metrics(),
    ledger.totals(isDay(day) ? { day } : {}),
  ]);
  return page(layout(view, view.say.words.overview, overview(view, { open, disputed, counted, totals })));
}

async function foundPage(view: View, ledger: Looked, wanted: string): Promise<Reply> {
  const found = wanted === "" ? undefined : await findAll(ledger, wanted);
  return page(layout(view, view.say.words.findTitle, findPage(view, wanted, found)));
}

async function findAll(ledger: Looked, wanted: string): Promise<readonly LedgerPayment[]> {
  const byLabel = await ledger.find({ label: wanted });
  return byLabel.length === 0 && paymentId.test(wanted) ? ledger.find({ payment: wanted }) : byLabel;
}

async function onePayment(view: View, ledger: Looked, id: string): Promise<Reply> {
  const [payment] = paymentId.test(id) ? await ledger.find({ payment: id }) : [];
  if (payment === undefined) return notFound(view);
  const content = paymentPage(view, payment, await ledger.timeline(id));
  return page(layout(view, payment.label === "" ? view.say.words.payment : payment.label, content));
}
