import type { Catalogue, OperationEntry, VendorEntry } from "../catalogue/catalogue.js";
import type { Paste } from "./paste.js";

/** What somebody has said beside the text. */
export interface Context {
  readonly vendor?: string;
  readonly operation?: string;
}

/** Whom and which call a text is about, as far as it says so. */
export interface Place {
  readonly vendor: VendorEntry | undefined;
  readonly operation: OperationEntry | undefined;
  /** Whether the text itself names the call, and no other beside it. */
  readonly sure: boolean;
  /** Whether the fields of an answer show which call it was. */
  readonly shown: boolean;
  /** Operations that the text may be about. */
  readonly possible: readonly OperationEntry[];
}

/** Words of a payment; beside them no text is about a check alone. */
const paying =
  /\b(?:di|mem|pem)?bayar|\bpay(?!load)|paid|\bbyr\b|debi?t|potong|transfer|posting|revers|refund|saldo|uang|dana|charge|lunas|transaksi|transaction|checkout|money|flagging|\bflag\b|submit|konfirmasi|eksekusi|settle|\badvice\b|setoran|disetor/;
const checking = /\binquir[ye]|\binkuiri|\b(?:saat|waktu|ketika|pas) (?:cek|ngecek|mengecek|minta token|ambil token)\b/;

/** Signs that a sentence goes on to something else. */
const furtherStep =
  /[,;]|\b(?:lalu|terus|kemudian|tapi|tetapi|namun|setelah|sesudah|habis|abis|then|after|but|next|oke?|sukses|berhasil|success)\b/;

export function locate(paste: Paste, { vendors }: Catalogue, context: Context): Place {
  const vendor = vendors.find(({ id }) => id === context.vendor) ?? findVendor(paste, vendors);
  const told = vendor?.operations.find(({ id }) => id === context.operation);
  if (vendor !== undefined && told !== undefined)
    return { vendor, operation: told, sure: true, shown: true, possible: [told] };
  const candidates = vendor === undefined ? vendors : [vendor];
  const named = namedOperations(paste, candidates);
  const possible = named.length > 0 ? named : shownOperations(paste, candidates);
  const only = vendor?.operations.length === 1 ? vendor.operations : possible;
  const alone = new Set(only.map(({ effect }) => effect)).size === 1 && isAlone(paste, only);
  const sure = alone && named.length > 0;
  const operation = only.length === 1 || alone ? only[0] : undefined;
  return { vendor, operation, sure, shown: alone, possible: only };
}

/** The vendor that most speaks for; nobody where two are even. */
function findVendor({ lower, words, pairs }: Paste, vendors: readonly VendorEntry[]): VendorEntry | undefined {
  const names = new Set(pairs.map(({ name }) => name));
  const scored = vendors.map((vendor) => {
    const tokens = [...vendor.tokens, ...vendor.operations.flatMap((operation) => operation.tokens)];
    const score =
      3 * tokens.filter((token) => hasToken(lower, token)).length +
      2 * vendor.fields.filter((field) => names.has(field)).length +
      vendor.words.filter((word) => words.includes(` ${word.replace(/[^a-z0-9]+/g, " ")} `)).length;
    return { vendor, score };
  });
  const [best, second] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > (second?.score ?? 0) ? best.vendor : undefined;
}

/** The operations that the text names by their paths, fixed values or names. */
function namedOperations(paste: Paste, vendors: readonly VendorEntry[]): OperationEntry[] {
  const operations = vendors.flatMap((vendor) => vendor.operations);
  const told = reportedOperation(paste);
  const reported = operations.filter(({ id }) => id.toLowerCase() === told);
  if (reported.length > 0) return reported;
  return operations.filter(({ tokens }) => tokens.some((token) => hasToken(paste.lower, token)));
}

/** The operations whose answers have fields that stand in the text. */
function shownOperations({ pairs }: Paste, vendors: readonly VendorEntry[]): OperationEntry[] {
  const operations = vendors.flatMap((vendor) => vendor.operations);
  const names = new Set(pairs.map(({ name }) => name));
  return operations.filter(({ fields }) => fields.some((field) => names.has(field)));
}

/** What a client says of itself: the class of its error and the call, or the field of its record. */
function reportedOperation({ lower, pairs }: Paste): string | undefined {
  const thrown = /\b(?:setor|notsent|noanswer|protocol)error: ?"?(\w{1,30}):/.exec(lower)?.[1];
  return thrown ?? pairs.find(({ name }) => name === "operation" || name === "operationid")?.value;
}

/** A check is a check only where nothing in the text is about a payment, or the client itself says so. */
function isAlone(paste: Paste, operations: readonly OperationEntry[]): boolean {
  if (operations.some(({ effect }) => effect === "money")) return true;
  const told = reportedOperation(paste);
  if (told !== undefined && operations.some(({ id }) => id.toLowerCase() === told)) return !hasOtherState(paste);
  const without = operations
    .flatMap(({ tokens }) => tokens)
    .reduce((text, token) => text.replaceAll(token, " "), paste.lower);
  return !paying.test(without);
}

function hasOtherState({ pairs }: Paste): boolean {
  return new Set(pairs.filter(({ name }) => name === "operation").map(({ value }) => value)).size > 1;
}

/** Whether prose is about a check, and about nothing else. */
export function isCheckInProse({ lower }: Paste): boolean {
  return lower.length < 80 && checking.test(lower) && !paying.test(lower) && !furtherStep.test(lower);
}

/** Not within a longer name. */
function hasToken(lower: string, token: string): boolean {
  for (let at = lower.indexOf(token); at >= 0; at = lower.indexOf(token, at + 1)) {
    const before = lower[at - 1] ?? " ";
    const after = lower[at + token.length] ?? " ";
    const open = /^\W/.test(token) || !/\w/.test(before);
    if (open && (/\W$/.test(token) || !/\w/.test(after))) return true;
  }
  return false;
}
