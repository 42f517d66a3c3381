/** No answer comes in more pieces; a stream of empty ones would keep every timer of the process from firing. */
const maxChunks = 65_536;

/** The whole body as text, or `undefined` when it is larger than `maxBytes`. UTF-8 is never split between chunks. */
export async function readBody(response: Response, maxBytes: number): Promise<string | undefined> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  let size = 0;
  for (let chunks = 0; ; chunks += 1) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes || chunks > maxChunks) {
      // The answer is given up; whether closing it fails as well changes nothing.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
