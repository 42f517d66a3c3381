import { type Html, html } from "../reconciliation/html.js";
import type { LoginProblem } from "./texts.js";
import { link, type View } from "./view.js";

/** What the form of the login is filled with. */
export interface LoginForm {
  readonly csrf: string;
  /** The payment to which it leads back. */
  readonly payment: string | undefined;
  readonly person: string;
  readonly problem: LoginProblem | undefined;
}

export function loginPage(view: View, { csrf, payment, person, problem }: LoginForm): Html {
  const { words, login } = view.say;
  const complaint =
    problem === undefined
      ? undefined
      : html`<p class="notice bad" role="alert"><b aria-hidden="true">!</b> ${login[problem]}</p>`;
  return html`<h1>${words.logInTitle}</h1>
<p class="soft">${words.logInHelp}</p>
${complaint}<form class="panel login" method="post" action="${link(view, "/login")}">
<input type="hidden" name="csrf" value="${csrf}">
${payment === undefined ? undefined : html`<input type="hidden" name="payment" value="${payment}">`}
<label for="person">${words.person}</label>
<input id="person" name="person" value="${person}" maxlength="60" required autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="person-help">
<small id="person-help">${words.personHelp}</small>
<label for="token">${words.token}</label>
<input id="token" name="token" type="password" required autocomplete="off" aria-describedby="token-help">
<small id="token-help">${words.tokenHelp}</small>
<button>${words.logIn}</button></form>
`;
}
