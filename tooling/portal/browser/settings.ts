const root = document.documentElement;

/** What the reader chooses holds for every page, and for the next visit. */
export function followSettings(): void {
  followTheme();
  followTarget();
}

function followTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    keep("theme", (root.dataset["theme"] ?? system) === "dark" ? "light" : "dark");
  });
}

/** Which server samples go to; the radio buttons of every page say the same. */
function followTarget(): void {
  const field = document.querySelector<HTMLFieldSetElement>(".target");
  if (field === null) return;
  field.hidden = false;
  for (const button of field.querySelectorAll("input")) {
    button.checked = button.value === (root.dataset["target"] ?? "sandbox");
    button.addEventListener("change", () => keep("target", button.value));
  }
}

function keep(name: string, value: string): void {
  root.dataset[name] = value;
  try {
    localStorage.setItem(`setor.${name}`, value);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}
