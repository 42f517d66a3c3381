/** Puts a button on each piece of code in a part of the page. The words are those of the page. */
export function offerCopies(within: ParentNode = document): void {
  const { copy = "", copied = "" } = document.body.dataset;
  for (const place of within.querySelectorAll<HTMLElement>(".code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(place.querySelector("pre")?.textContent ?? "");
      button.textContent = copied;
      button.classList.add("done");
      setTimeout(() => {
        button.textContent = copy;
        button.classList.remove("done");
      }, 2_000);
    });
    place.append(button);
  }
}
