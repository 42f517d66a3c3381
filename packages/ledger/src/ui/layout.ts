import { type Html, html } from "../reconciliation/html.js";
import { fill, foreign, timeOf } from "./format.js";
import { link, otherLanguage, type View } from "./view.js";

/** A whole page. */
export function layout(view: View, title: string, content: Html): Html {
  const { say, language, now } = view;
  const { words } = say;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<a class="brand" href="${link(view, "/")}">${words.title}</a>
<nav>
<a href="${link(view, "/")}"${current(view, "/")}>${words.overview}</a>
<a href="${link(view, "/find")}"${current(view, "/find")}>${words.find}</a>
</nav>
<div class="account">${account(view)}${languageSwitch(view)}</div>
</header>
<main id="content">
${notice(view)}${content}
</main>
<footer>${fill(words.asOf, { at: timeOf(new Date(now).toISOString(), say) })}</footer>
</body>
</html>
`;
}

function current({ path }: View, place: string): Html {
  return path.split("?")[0] === place ? html` aria-current="page"` : html``;
}

function account(view: View): Html {
  const { session, isDecidable, say } = view;
  const { words } = say;
  if (session !== undefined) {
    return html`<span>${fill(words.loggedInAs, { person: html`<b>${foreign(session.person)}</b>` })}</span>
<form method="post" action="${link(view, "/logout")}"><input type="hidden" name="csrf" value="${session.csrf}">
<button class="plain">${words.logOut}</button></form>`;
  }
  return isDecidable
    ? html`<span>${words.readOnly}</span><a href="${link(view, "/login")}">${words.logIn}</a>`
    : html`<span>${words.readOnly}</span>`;
}

function languageSwitch(view: View): Html {
  const other = otherLanguage(view);
  return html`<a href="${other.href}" lang="${other.language}" hreflang="${other.language}">${view.say.words.otherLanguage}</a>`;
}

function notice({ say, notice: code, isForgetful }: View): Html {
  const memory = isForgetful
    ? html`<p class="notice bad" role="alert"><b aria-hidden="true">!</b> ${say.words.memory}</p>`
    : undefined;
  if (code === undefined) return html`${memory}`;
  const isGood = ["proposed", "approved", "logged-out"].includes(code);
  const sign = isGood ? "✓" : "!";
  return html`${memory}<p class="notice ${isGood ? "good" : "bad"}" role="status"><b aria-hidden="true">${sign}</b> ${say.notices[code]}</p>
`;
}
