/** Opens the console within the page, at the call that the page is about. */
export function offerRuns(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-run]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.className = "run-here";
      frame.title = link.textContent ?? "";
      frame.src = link.dataset["run"] ?? "";
      link.closest("p")?.after(frame);
      link.remove();
      frame.focus();
    });
  }
}
