import { languages } from "@setor-tooling/model/languages";
import type { VNode } from "preact";
import { Icon } from "../components/icon.js";
import { TargetSwitch } from "../components/target-switch.js";
import { assetLink, linkTo } from "./links.js";
import { messagesFor } from "./messages/messages.js";
import { vendorPage } from "./page.js";
import type { Place } from "./place.js";

/** What stays in sight: where one is, the search, and the settings that hold for every page. */
export function Bar(place: Place): VNode {
  const { address, messages } = place;
  return (
    <header class="bar">
      <a class="logo" href={linkTo(address, "index.html")}>
        Setor
      </a>
      <VendorSwitcher {...place} />
      <button type="button" class="find" data-search>
        <Icon name="search" />
        <span>{messages.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span class="spring" />
      <TargetSwitch name="target" messages={messages} />
      <LanguageLinks {...place} />
      <button type="button" class="theme" data-theme-switch aria-label={messages.shell.theme}>
        <Icon name="theme" />
      </button>
    </header>
  );
}

function VendorSwitcher({ page, address, messages, docs }: Place): VNode {
  const own = docs.find(({ vendor }) => vendor.id === page.vendor?.id);
  return (
    <details class="switcher">
      <summary>{own?.spec.info.title ?? messages.shell.chooseVendor}</summary>
      <ul>
        {docs.map(({ vendor, spec }) => (
          <li>
            <a
              href={linkTo(address, vendorPage(vendor, "overview"))}
              aria-current={vendor.id === own?.vendor.id ? "true" : undefined}
            >
              {spec.info.title} <small>{vendor.packageName}</small>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LanguageLinks({ address }: Place): VNode {
  return (
    <span class="languages">
      {languages
        .filter((language) => language !== address.language)
        .map((other) => (
          <a
            lang={other}
            hreflang={other}
            class="language"
            href={linkTo(address, address.name, other)}
            title={messagesFor(other).language}
            aria-label={`${messagesFor(other).shell.code}: ${messagesFor(other).language}`}
          >
            {messagesFor(other).shell.code}
          </a>
        ))}
    </span>
  );
}

/** What a thumb reaches on a phone. */
export function BottomBar({ page, address, messages }: Place): VNode {
  const { vendor } = page;
  const errors = vendor === undefined ? "errors.html" : vendorPage(vendor, "errors");
  const console = vendor === undefined ? "esamsat/try.html" : vendorPage(vendor, "tryIt");
  return (
    <nav class="bottom" aria-label="Setor">
      <button type="button" data-search>
        <Icon name="search" />
        {messages.search}
      </button>
      <a href={linkTo(address, errors)}>
        <Icon name="error" />
        {messages.errors}
      </a>
      <a href={linkTo(address, console)}>
        <Icon name="console" />
        {messages.shell.console}
      </a>
      <button type="button" popovertarget="tree">
        <Icon name="menu" />
        {messages.shell.menu}
      </button>
    </nav>
  );
}

/** What can be found, over the page. */
export function SearchDialog({ address, messages }: Pick<Place, "address" | "messages">): VNode {
  return (
    <dialog
      id="search"
      aria-label={messages.search}
      data-index={assetLink(address, `search.${address.language}.js`)}
      data-root={linkTo(address, "index.html").replace(/index\.html$/, "")}
      data-nothing={messages.nothingFound}
      data-groups={JSON.stringify(messages.kinds)}
    >
      <search>
        <input
          placeholder={messages.searchHint}
          aria-label={messages.search}
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls="found"
        />
        <div id="found" role="listbox" aria-label={messages.search} hidden />
      </search>
    </dialog>
  );
}
