import type { Language } from "@setor-tooling/model/languages";
import { type EvidenceCount, evidenceLevels, type VendorTrust } from "@setor-tooling/model/trust";

const words = {
  en: {
    documented: "documented",
    observed: "observed in public",
    assumed: "assumed",
    title: "What the scenarios of each vendor rest on",
  },
  id: {
    documented: "terdokumentasi",
    observed: "teramati di tempat publik",
    assumed: "diasumsikan",
    title: "Dasar skenario setiap vendor",
  },
} as const satisfies Record<Language, Record<keyof EvidenceCount | "title", string>>;

const barLeft = 100;
const unit = 15;
const rowHeight = 28;
/** Where each word of the legend begins, behind the start of the bars. */
const legendAt = { documented: 0, observed: 150, assumed: 365 };

/** A bar for each vendor, a unit for each scenario; readable on a light page and on a dark one, with numbers in it. */
export function evidencePicture(vendors: readonly VendorTrust[], language: Language): string {
  const most = Math.max(...vendors.map(({ scenarios }) => total(scenarios)));
  const height = 40 + vendors.length * rowHeight;
  const width = barLeft + most * unit + 10;
  const legend = evidenceLevels.map(
    (level) =>
      `<rect class="${level}" x="${barLeft + legendAt[level]}" y="8" width="12" height="12"/>` +
      `<text x="${barLeft + 18 + legendAt[level]}" y="18">${words[language][level]}</text>`,
  );
  const rows = vendors.map(({ vendor, scenarios }, row) => rowOf(vendor, scenarios, 34 + row * rowHeight));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${words[language].title}</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.documented { fill: #1a7f37; } .observed { fill: #0969da; } .assumed { fill: #bc4c00; }
text.on { fill: #fff; font-weight: 600; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } text.on { fill: #fff; } }
</style>
${[...legend, ...rows].join("\n")}
</svg>
`;
}

function rowOf(vendor: string, scenarios: EvidenceCount, y: number): string {
  let x = barLeft;
  const parts = evidenceLevels.flatMap((level) => {
    const count = scenarios[level];
    if (count === 0) return [];
    const left = x;
    x += count * unit;
    return [
      `<rect class="${level}" x="${left}" y="${y}" width="${count * unit - 1}" height="20"/>`,
      `<text class="on" x="${left + 4}" y="${y + 15}">${count}</text>`,
    ];
  });
  return `<text x="0" y="${y + 15}">${vendor}</text>${parts.join("")}`;
}

function total(scenarios: EvidenceCount): number {
  return evidenceLevels.reduce((sum, level) => sum + scenarios[level], 0);
}
