/** Black on white out of the fixed part of the 256 colours: themes change the first 16, and some are light. */
const blackOnWhite = "\u001b[38;5;16;48;5;231m";
const reset = "\u001b[0m";

/** Two rows to a line, by half blocks, because a character is about twice as high as wide. */
export function terminalOf(modules: readonly (readonly boolean[])[]): string {
  let text = "";
  for (let y = 0; y < modules.length; y += 2) {
    const [upper = [], lower = []] = [modules[y], modules[y + 1]];
    text += `${blackOnWhite}${upper.map((dark, x) => halves(dark, lower[x] === true)).join("")}${reset}\n`;
  }
  return text;
}

function halves(upper: boolean, lower: boolean): string {
  if (upper) return lower ? "█" : "▀";
  return lower ? "▄" : " ";
}
