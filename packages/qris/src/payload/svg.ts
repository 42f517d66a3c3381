/** One unit per module, black on white whatever is behind it: a scanner needs dark on light. */
export function svgOf(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length;
  const dark = modules.flatMap((row, y) => darkRuns(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join("")}"/></svg>`
  );
}

interface Run {
  readonly x: number;
  width: number;
}

/** Neighbours in one piece: an eighth of the size, and no hairlines between them. */
function darkRuns(row: readonly boolean[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last && last.x + last.width === x) last.width += 1;
    else if (dark) runs.push({ x, width: 1 });
  }
  return runs;
}
