import type { VNode } from "preact";
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

interface Drawn {
  readonly message: Message;
  readonly lines: readonly Line[];
  /** Where the arrow begins and ends. */
  readonly ends: readonly [number, number];
  readonly top: number;
}

/** A sequence as SVG with the colours of the page around it; `id` makes its own ids unique there. */
export function SequenceDrawing(props: {
  readonly sequence: Sequence;
  readonly id: string;
  readonly title: string;
}): VNode {
  const { sequence, id, title } = props;
  const { participants, messages } = sequence;
  const { lanes, arrows, bottom } = layOut(sequence);
  const said = messages.filter(({ kind }) => kind === "call").map((message) => message.title);
  return (
    <svg
      class="sequence"
      viewBox={`0 0 ${width} ${bottom}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{`${participants.join(", ")}: ${said.join(", ")}.`}</desc>
      {[...lanes].map(([name, x]) => (
        <Participant name={name} x={x} bottom={bottom} />
      ))}
      {arrows.map((arrow) => (
        <Arrow {...arrow} />
      ))}
    </svg>
  );
}

function layOut({ participants, messages }: Sequence) {
  const first = box.width / 2 + 2;
  const lanes = new Map(
    participants.map((name, index) => [name, first + (index * (width - 2 * first)) / (participants.length - 1)]),
  );
  let bottom = box.height + 16;
  const arrows = messages.map((message): Drawn => {
    const ends = [lanes.get(message.from) ?? 0, lanes.get(message.to) ?? 0] as const;
    const lines = linesOf(message, width - Math.min(...ends) - 12);
    const top = bottom;
    bottom += lines.length * lineHeight + (message.kind === "call" ? 14 : 24);
    return { message, lines, ends, top };
  });
  return { lanes, arrows, bottom };
}

function Participant({ name, x, bottom }: { name: string; x: number; bottom: number }): VNode {
  const lines = wrap(name, Math.floor((box.width - 12) / characterWidth));
  const top = (box.height - lines.length * lineHeight) / 2 + 13;
  return (
    <>
      <line class="lifeline" x1={x} y1={box.height} x2={x} y2={bottom} />
      <rect class="participant" x={x - box.width / 2} y="1" width={box.width} height={box.height} rx="6" />
      {lines.map((line, index) => (
        <text class="name" x={x} y={top + index * lineHeight}>
          {line}
        </text>
      ))}
    </>
  );
}

function Arrow({ message: { kind }, lines, ends: [from, to], top }: Drawn): VNode {
  const left = Math.min(from, to) + 8;
  const y = top + lines.length * lineHeight + 4;
  const back = to > from ? -8 : 8;
  return (
    <>
      {lines.map(({ text, style }, index) => (
        <text class={style} x={left} y={top + index * lineHeight + 12}>
          {text}
        </text>
      ))}
      <line class={kind} x1={from} y1={y} x2={to + back} y2={y} />
      <polygon class="head" points={`${to},${y} ${to + back},${y - 4} ${to + back},${y + 4}`} />
    </>
  );
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
