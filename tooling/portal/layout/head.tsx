import { languages } from "@setor-tooling/model/languages";
import type { VNode } from "preact";
import { absoluteLink, assetLink, type PageAddress, pictureOf, twinOf } from "./links.js";
import type { Page } from "./page.js";
import { edgesOf } from "./paper.js";

/** Before anything is drawn: what the reader chose on another page. */
const remembered =
  `document.fonts.load('1em "Plus Jakarta Sans"');` +
  'try{for(const name of["theme","target"]){const value=localStorage.getItem("setor."+name);' +
  "if(value)document.documentElement.dataset[name]=value}}catch{}" +
  // Within another page it is shown without what surrounds it.
  'if(location.search==="?embed")document.documentElement.dataset.embed="";';

/** What a page says of itself to browsers, search engines and previews. */
export function Head({ page, address }: { readonly page: Page; readonly address: PageAddress }): VNode {
  const title = `${page.title} · Setor`;
  const scripts = ["portal.js", ...(page.scripts ?? [])];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={page.description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Setor" />
      <link rel="alternate" type="text/markdown" href={twinOf(address)} />
      <Absolute address={address} />
      <link rel="icon" href={assetLink(address, "favicon.svg")} type="image/svg+xml" />
      <link rel="stylesheet" href={assetLink(address, "portal.css")} />
      <style dangerouslySetInnerHTML={{ __html: edgesOf(page) }} />
      <script dangerouslySetInnerHTML={{ __html: remembered }} />
      {scripts.map((file) => (
        <script defer src={assetLink(address, file)} />
      ))}
    </head>
  );
}

/** What can be said only once it is known where the site will be. */
function Absolute({ address }: { readonly address: PageAddress }): VNode | null {
  const own = absoluteLink(address);
  if (own === undefined) return null;
  return (
    <>
      <link rel="canonical" href={own} />
      <meta property="og:url" content={own} />
      <meta property="og:image" content={pictureOf(address)} />
      {languages.map((language) => (
        <link rel="alternate" hreflang={language} href={absoluteLink({ ...address, language })} />
      ))}
    </>
  );
}
