import type { Stop } from "./tour.js";

const columns: readonly { title: string; of: (stop: Stop) => string }[] = [
  { title: "vendor", of: ({ vendor }) => vendor },
  { title: "operation", of: ({ operation }) => operation },
  { title: "scenario", of: ({ scenario }) => scenario },
  { title: "result", of: ({ result, asExpected }) => (asExpected ? result : `${result} (unexpected)`) },
  { title: "ms", of: ({ ms }) => ms.toFixed(1).padStart(7) },
];

/** The tour as a table of plain text. */
export function writeTable(stops: readonly Stop[]): string {
  const widths = columns.map(({ title, of }) => Math.max(title.length, ...stops.map((stop) => of(stop).length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  const rows = stops.map((stop) => line(columns.map(({ of }) => of(stop))));
  return [line(columns.map(({ title }) => title)), line(widths.map((width) => "-".repeat(width))), ...rows].join("\n");
}
