/** What is printed says when, at the foot of every sheet: it is true of that day. */
export function datePaper(): void {
  const style = document.createElement("style");
  addEventListener("beforeprint", () => {
    const { lang } = document.documentElement;
    const day = new Date().toLocaleDateString(lang, { dateStyle: "long" });
    style.textContent = `@page { @bottom-center { content: "${day}"; } }`;
    document.head.append(style);
  });
}
