import { verdicts } from "../rules.js";
import { login, notFound, paymentId } from "./pages.js";
import { type Reply, redirect } from "./reply.js";
import { isSame } from "./same.js";
import type { Decided } from "./served.js";
import type { Session, Sessions } from "./sessions.js";
import type { LoginProblem, NoticeCode } from "./texts.js";
import { link, type View } from "./view.js";

/** What a form is answered with. */
export interface Desk {
  readonly ledger: Decided;
  readonly sessions: Sessions;
  readonly cookie: string;
}

/** A form that somebody has sent from one of the pages. */
export async function takeForm(desk: Desk, view: View, path: string, form: URLSearchParams): Promise<Reply> {
  const [, payment = "", step] = /^\/payment\/([^/]*)\/(propose|approve)$/.exec(path) ?? [];
  if (path === "/login") return logIn(desk, view, form);
  if (path === "/logout") return logOut(desk, view, form);
  if (step === undefined || !paymentId.test(payment)) return notFound(view);
  const { session } = view;
  if (session === undefined) return redirect(link(view, `/login?payment=${payment}`));
  const said = isSame(form.get("csrf") ?? "", session.csrf)
    ? await (step === "propose" ? propose(desk, session, payment, form) : approve(desk, session, payment, form))
    : "expired";
  return redirect(link(view, `/payment/${payment}?said=${said}`));
}

/** What the form of the login begins with. */
export function loginForm(
  { sessions }: Pick<Desk, "sessions">,
  payment: string | null,
  problem?: LoginProblem,
  person = "",
) {
  const back = payment !== null && paymentId.test(payment) ? payment : undefined;
  return { csrf: sessions.loginCsrf, payment: back, person, problem };
}

function logIn({ sessions, cookie }: Desk, view: View, form: URLSearchParams): Reply {
  const payment = form.get("payment");
  const person = (form.get("person") ?? "").trim();
  if (!isSame(form.get("csrf") ?? "", sessions.loginCsrf)) {
    return login(view, loginForm({ sessions }, payment, "expired", person));
  }
  const session = sessions.logIn((form.get("token") ?? "").trim(), person);
  if (typeof session === "string") return login(view, loginForm({ sessions }, payment, session, person));
  if (view.session !== undefined) sessions.logOut(view.session.id);
  const back = payment !== null && paymentId.test(payment) ? `/payment/${payment}` : "/";
  return redirect(link(view, back), `${cookie}=${session.id}; HttpOnly; SameSite=Strict; Path=/`);
}

function logOut({ sessions, cookie }: Desk, view: View, form: URLSearchParams): Reply {
  const { session } = view;
  if (session === undefined || !isSame(form.get("csrf") ?? "", session.csrf)) {
    return redirect(link(view, "/?said=expired"));
  }
  sessions.logOut(session.id);
  return redirect(link(view, "/?said=logged-out"), `${cookie}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0`);
}

async function propose(
  { ledger }: Desk,
  { person }: Session,
  payment: string,
  form: URLSearchParams,
): Promise<NoticeCode> {
  const verdict = verdicts.find((each) => each === form.get("verdict"));
  const evidence = (form.get("evidence") ?? "").trim();
  const attempt = Number(form.get("attempt"));
  if (verdict === undefined) return "bad-verdict";
  if (evidence === "" || evidence.length > 500) return "bad-evidence";
  if (!Number.isSafeInteger(attempt) || attempt < 1) return "changed";
  return orChanged(async () => {
    await ledger.propose(payment, { verdict, evidence, by: person, attempt });
    return "proposed";
  });
}

async function approve(
  { ledger }: Desk,
  { person }: Session,
  payment: string,
  form: URLSearchParams,
): Promise<NoticeCode> {
  const [found] = await ledger.find({ payment });
  const proposal = found?.proposal;
  if (proposal === undefined) return "no-proposal";
  if (proposal.proposedBy.toLowerCase() === person.toLowerCase()) return "same-person";
  const proposedAt = form.get("proposedAt") ?? "";
  return orChanged(async () => {
    await ledger.approve(payment, { by: person, proposedAt });
    return "approved";
  });
}

/** What the ledger refuses has changed since it was read. */
async function orChanged(work: () => Promise<NoticeCode>): Promise<NoticeCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TypeError) return "changed";
    throw error;
  }
}
