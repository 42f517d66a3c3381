/** Bodies of these vendors are a few kilobytes; anything near this is not an answer. */
const maxBytes = 1_048_576;

/** The whole body as text, or `undefined` when it is larger than a megabyte. UTF-8 is never split between chunks. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      // The answer is given up; whether closing it fails as well changes nothing.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
