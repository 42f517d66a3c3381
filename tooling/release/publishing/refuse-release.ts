/** Why nothing can be published with an address, in one sentence; `undefined` when it can. */
export function refusalOf(address: string): string | undefined {
  // Reserved by RFC 2606: what is published with it leads nobody anywhere, for ever.
  const isReserved = /(^|\.)example(\.(com|net|org))?$/.test(new URL(address).hostname);
  return isReserved
    ? `Nothing is published: ${address} in tooling/release/publishing/repository.ts is a placeholder.`
    : undefined;
}
