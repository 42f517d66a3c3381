import { createHmacSha256 } from "../../../packages/bphtb/src/hmac/web.js";
import { stringToSign } from "../../../packages/bphtb/src/signing.js";

const form = document.querySelector<HTMLFormElement>("#sign");
const [text, signature] = ["#string-to-sign", "#signature"].map((id) => document.querySelector(id));

/** Nothing is sent: the secret is used where it is typed. */
async function sign(): Promise<void> {
  if (!form || !text || !signature) return;
  const fields = new FormData(form);
  const [verb, path, token, timestamp, body, secret] = ["verb", "path", "token", "timestamp", "body", "secret"].map(
    (name) => String(fields.get(name) ?? ""),
  );
  if (verb === undefined || path === undefined || timestamp === undefined || body === undefined) return;
  text.textContent = stringToSign({ path, verb, timestamp, body }, token ?? "");
  // Without a key there is nothing to sign with.
  signature.textContent = secret ? await createHmacSha256(secret)(text.textContent) : "";
}

form?.addEventListener("input", () => void sign());
form?.addEventListener("submit", (event) => event.preventDefault());
void sign();
