import { escapeHtml } from "../../layout/html.js";
import type { Message, Sequence } from "./sequence.js";

/** Narrow enough for a phone; text wraps, and lines of it may cross the lifelines. */
const width = 340;
const box = { width: 108, height: 42 };
const lineHeight = 16;
/** Generous, because the reader's fonts are not known here. */
const characterWidth = 7.4;

interface Line {
  readonly text: string;
  readonly style: "title" | "detail";
}

/** Draws a sequence as SVG with the colours of the page around it; `id` makes its own ids unique there. */
export function drawSequence({ participants, messages }: Sequence, id: string, title: string): string {
  const first = box.width / 2 + 2;
  const lanes = new Map(
    participants.map((name, index) => [name, first + (index * (width - 2 * first)) / (participants.length - 1)]),
  );
  let y = box.height + 16;
  const arrows = messages.map((message) => {
    const ends = [lanes.get(message.from) ?? 0, lanes.get(message.to) ?? 0] as const;
    const lines = linesOf(message, width - Math.min(...ends) - 12);
    const top = y;
    y += lines.length * lineHeight + (message.kind === "call" ? 14 : 24);
    return drawMessage(message, lines, ends, top);
  });
  const heads = [...lanes].map(([name, x]) => drawParticipant(name, x, y));
  const said = messages.filter(({ kind }) => kind === "call").map((message) => message.title);
  return `<svg class="sequence" viewBox="0 0 ${width} ${y}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeHtml(title)}</title>
<desc id="${id}-desc">${escapeHtml(`${participants.join(", ")}: ${said.join(", ")}.`)}</desc>
${[...heads, ...arrows].join("\n")}
</svg>`;
}

function drawParticipant(name: string, x: number, bottom: number): string {
  const corner = `x="${x - box.width / 2}" y="1" width="${box.width}" height="${box.height}" rx="6"`;
  const lines = wrap(name, Math.floor((box.width - 12) / characterWidth));
  const top = (box.height - lines.length * lineHeight) / 2 + 13;
  const texts = lines.map(
    (line, index) => `<text class="name" x="${x}" y="${top + index * lineHeight}">${escapeHtml(line)}</text>`,
  );
  return `<line class="lifeline" x1="${x}" y1="${box.height}" x2="${x}" y2="${bottom}"/>
<rect class="participant" ${corner}/>${texts.join("")}`;
}

function drawMessage({ kind }: Message, lines: readonly Line[], [from, to]: readonly [number, number], top: number) {
  const left = Math.min(from, to) + 8;
  const texts = lines.map(
    ({ text, style }, index) =>
      `<text class="${style}" x="${left}" y="${top + index * lineHeight + 12}">${escapeHtml(text)}</text>`,
  );
  const y = top + lines.length * lineHeight + 4;
  const back = to > from ? -8 : 8;
  const head = `<polygon class="head" points="${to},${y} ${to + back},${y - 4} ${to + back},${y + 4}"/>`;
  return [...texts, `<line class="${kind}" x1="${from}" y1="${y}" x2="${to + back}" y2="${y}"/>${head}`].join("\n");
}

function linesOf({ title, detail }: Message, room: number): Line[] {
  return (["title", "detail"] as const).flatMap((style) =>
    wrap(style === "title" ? title : detail, Math.floor(room / characterWidth)).map((text) => ({ text, style })),
  );
}

function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= length) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
