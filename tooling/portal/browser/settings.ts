const root = document.documentElement;

/** What the reader chooses holds for every page, and for the next visit. */
export function followSettings(): void {
  followTheme();
  followTarget();
}

function followTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
  if (button === null) return;
  button.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    keep("theme", (root.dataset["theme"] ?? system) === "dark" ? "light" : "dark");
  });
}

/** Which server samples go to; every switch of a page says the same. */
function followTarget(): void {
  const buttons = [...document.querySelectorAll<HTMLInputElement>(".target input")];
  const show = () => {
    for (const button of buttons) button.checked = button.value === (root.dataset["target"] ?? "sandbox");
  };
  for (const button of buttons) {
    button.addEventListener("change", () => {
      keep("target", button.value);
      show();
    });
  }
  show();
}

function keep(name: string, value: string): void {
  root.dataset[name] = value;
  try {
    localStorage.setItem(`setor.${name}`, value);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}
