import { createHighlighterCoreSync, type ThemedToken } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import html from "shiki/langs/html.mjs";
import http from "shiki/langs/http.mjs";
import json from "shiki/langs/json.mjs";
import php from "shiki/langs/php.mjs";
import python from "shiki/langs/python.mjs";
import shell from "shiki/langs/shellscript.mjs";
import sql from "shiki/langs/sql.mjs";
import tsx from "shiki/langs/tsx.mjs";
import typescript from "shiki/langs/typescript.mjs";
import yaml from "shiki/langs/yaml.mjs";
import dark from "shiki/themes/github-dark-high-contrast.mjs";
import light from "shiki/themes/github-light-high-contrast.mjs";

/** A piece of code in one colour. */
export interface Piece {
  readonly text: string;
  /** The class of its colour; none for what has the colour of the text around it. */
  readonly colour: string | undefined;
}

const highlighter = createHighlighterCoreSync({
  engine: createJavaScriptRegexEngine(),
  langs: [html, http, json, php, python, shell, sql, tsx, typescript, yaml],
  themes: [dark, light],
});
const known = new Set(highlighter.getLoadedLanguages());
const themes = { light: light.name ?? "", dark: dark.name ?? "" };
const plain = colourOf(highlighter.codeToTokens("x", { lang: "text", themes, defaultColor: "light-dark()" }).tokens);

/** The colours that were used so far, each with its class. */
const colours = new Map<string, string>();
const done = new Map<string, readonly Piece[]>();

/** Code in its colours, of both schemes; as it is where the language is not known. */
export function highlight(code: string, language: string): readonly Piece[] {
  if (!known.has(language)) return [{ text: code, colour: undefined }];
  const key = `${language}\n${code}`;
  const pieces = done.get(key) ?? read(code, language);
  done.set(key, pieces);
  return pieces;
}

/** The rules of style for the colours of everything that was highlighted. */
export function colourRules(): string {
  return [...colours].map(([colour, name]) => `.${name}{color:${colour}}`).join("");
}

function read(code: string, lang: string): Piece[] {
  const { tokens } = highlighter.codeToTokens(code, { lang, themes, defaultColor: "light-dark()" });
  const pieces: { text: string; colour: string | undefined }[] = [];
  for (const [number, line] of tokens.entries()) {
    if (number > 0) append(pieces, "\n", undefined);
    for (const token of line) append(pieces, token.content, classOf(token));
  }
  return pieces;
}

/** Neighbours of one colour become one piece, and space has none. */
function append(pieces: { text: string; colour: string | undefined }[], text: string, colour: string | undefined) {
  const last = pieces.at(-1);
  if (last !== undefined && (last.colour === colour || text.trim() === "")) last.text += text;
  else pieces.push({ text, colour: text.trim() === "" ? undefined : colour });
}

function classOf(token: ThemedToken): string | undefined {
  const colour = colourOf([[token]]);
  if (colour === undefined || colour === plain) return undefined;
  const name = colours.get(colour) ?? `k${colours.size}`;
  colours.set(colour, name);
  return name;
}

function colourOf(lines: readonly (readonly ThemedToken[])[]): string | undefined {
  return lines[0]?.[0]?.htmlStyle?.["color"];
}
