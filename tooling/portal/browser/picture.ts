import type { Picture } from "@setor-tooling/model/console";

let counting: ReturnType<typeof setInterval> | undefined;

/** Shows what a result looks like, where the vendor has a script for that, and keeps its caption up to date. */
export async function showPicture(script: string | undefined, result: unknown, now: () => Date): Promise<void> {
  const section = document.querySelector<HTMLElement>("#picture");
  const drawing = section?.querySelector(".qr");
  const caption = section?.querySelector(".countdown");
  if (script === undefined || !section || !drawing || !caption) return;
  const { picture }: { picture: Picture } = await import(new URL(script, document.baseURI).href);
  const drawn = picture(result, now());
  if (drawn === undefined) return;
  section.hidden = false;
  drawing.innerHTML = drawn.svg;
  caption.textContent = drawn.caption;
  clearInterval(counting);
  counting = setInterval(() => {
    caption.textContent = picture(result, now())?.caption ?? "";
  }, 1_000);
}
