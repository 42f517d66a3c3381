import { init } from "redoc-standalone";

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** Redoc keeps a scheme of its own; here it follows that of the page. */
function followScheme(): void {
  const dark = isDark();
  document.documentElement.classList.toggle("dark", dark);
  document.documentElement.classList.toggle("light", !dark);
}

/** Where Redoc looks before it begins. */
function keepScheme(): void {
  try {
    localStorage.setItem("redoc.colorMode", isDark() ? "dark" : "light");
  } catch {
    // Where nothing may be kept, Redoc has the scheme of the system.
  }
}

// Redoc calls each of its menus "Example", whatever it shows: without that, what it shows is its name.
function nameMenus(): void {
  for (const menu of document.querySelectorAll('[aria-label="Example"]')) menu.removeAttribute("aria-label");
}

const place = document.querySelector("#redoc");
if (place !== null) {
  const options = {
    codeSamples: {
      languages: [{ lang: "TypeScript" }, { lang: "Shell", label: "curl" }, { lang: "PHP" }, { lang: "Python" }],
    },
    disableTelemetry: true,
  };
  keepScheme();
  init(Reflect.get(globalThis, "setorReference"), options, place);
  new MutationObserver(followScheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  new MutationObserver(nameMenus).observe(document.body, { childList: true, subtree: true });
}
