/** As much as an address holds everywhere. */
const longest = 6_000;

/** A text that is pasted on another page goes to the page of answers after `#`, which no server gets to see. */
export function followPaste(form: HTMLFormElement): void {
  const field = form.querySelector("textarea");
  if (field === null) return;
  const go = () => {
    const text = field.value.trim();
    const kept = text.length <= longest ? text : `${text.slice(0, longest - 2_000)} … ${text.slice(-2_000)}`;
    location.assign(`${form.action}#${new URLSearchParams({ q: kept })}`);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  field.addEventListener("paste", ({ isTrusted }) => {
    // Programs that look at pages paste too; they do not want to go anywhere.
    if (isTrusted) setTimeout(go);
  });
}
