const form = document.querySelector<HTMLFormElement>("#sign");
const text = document.querySelector("#string-to-sign");
const signature = document.querySelector("#signature");

/** Nothing is sent: the secret is used where it is typed. */
async function sign(): Promise<void> {
  if (!form || !text || !signature) return;
  const fields = new FormData(form);
  const field = (name: string) => String(fields.get(name) ?? "");
  text.textContent = (form.dataset["text"] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => field(name));
  // Without a key there is nothing to sign with.
  signature.textContent = field("secret") && (await createHmac(field("secret"), text.textContent));
}

/** HMAC-SHA256 in Base64, by the browser's own cryptography. */
async function createHmac(secret: string, signed: string): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes(secret), algorithm, false, ["sign"]);
  const made = await crypto.subtle.sign("HMAC", key, bytes(signed));
  return btoa(String.fromCharCode(...new Uint8Array(made)));
}

form?.addEventListener("input", () => void sign());
form?.addEventListener("submit", (event) => event.preventDefault());
void sign();
