/** HTML that is safe to be shown: it was made by `html`, which escapes whatever else is put into it. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static make(parts: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(parts.map((part, index) => part + (index < values.length ? Html.#of(values[index]) : "")).join(""));
  }

  static #of(value: HtmlValue): string {
    if (value === undefined) return "";
    if (value instanceof Html) return value.#text;
    if (typeof value === "object") return value.map((each) => Html.#of(each)).join("");
    return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  }

  toString(): string {
    return this.#text;
  }
}

/** What can be put into HTML; nothing for `undefined`. */
export type HtmlValue = string | number | Html | readonly Html[] | undefined;

/** Makes HTML of a template; values are texts, unless they were made by it. Attributes have to be in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.make(parts, values);
}
