import type { Clock } from "../../clock.js";
import type { ReceivedRequest, Reply, VendorServer } from "../../exchange.js";
import { formatWib } from "../../wib.js";
import { failed, readAs } from "./answers.js";
import { readNpwpMisleading } from "./misleading.js";
import { type NpwpOcrBehaviour, type NpwpOcrSeed, type NpwpOcrTenant, npwpOcrBehaviours } from "./seed.js";

/** A photo that was looked at, and billed. */
export interface NpwpOcrHit {
  /** Digits; sent as `X-Trx-No` when the photo was read. */
  readonly trxNo: string;
  readonly tenantCode: string;
  /** The caller's own number; `""` without one. */
  readonly refNumber: string;
  readonly behaviour: NpwpOcrBehaviour;
}

export interface NpwpOcrState {
  /** Rupiah left, by tenant code. */
  readonly balances: Map<string, number>;
  readonly hits: NpwpOcrHit[];
}

const firstTrxNo = 10_877;

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** ADINS OCR NPWP: every photo that is looked at is billed, from a balance that runs out. */
export function createNpwpOcrServer(seed: NpwpOcrSeed, clock: Clock): VendorServer<NpwpOcrState> {
  const state: NpwpOcrState = {
    balances: new Map(seed.tenants.map(({ tenantCode, balance }) => [tenantCode, balance])),
    hits: [],
  };
  return {
    state,
    misleading: { readNpwp: readNpwpMisleading },
    routes: [
      {
        operation: "readNpwp",
        method: "POST",
        path: "/",
        secrets: ["key", "tenant_code"],
        digest: ({ fields }) => hashPhoto(fields["img"]),
        handle: (request) => readNpwp(seed, state, clock, request),
      },
    ],
  };
}

/** SHA-256 in lower-case hex. */
async function hashPhoto(img: ReceivedRequest["fields"][string] | undefined): Promise<string | undefined> {
  if (!(img instanceof Uint8Array)) return undefined;
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", img));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readNpwp(seed: NpwpOcrSeed, state: NpwpOcrState, clock: Clock, { fields, digest }: ReceivedRequest): Reply {
  const tenant = seed.tenants.find(({ tenantCode }) => tenantCode === fields["tenant_code"]);
  if (tenant === undefined || tenant.key !== fields["key"]) return { status: 200, body: refuseKey(tenant) };
  const { img, refNumber = "" } = fields;
  if (!(img instanceof Uint8Array)) {
    return { status: 200, body: failed("Parameter invalid, please check your request") };
  }
  const balance = state.balances.get(tenant.tenantCode) ?? 0;
  if (balance < seed.price) return { status: 200, body: failed("Insufficient balance") };
  const hit: NpwpOcrHit = {
    trxNo: String(firstTrxNo + state.hits.length),
    tenantCode: tenant.tenantCode,
    refNumber: String(refNumber),
    behaviour: chooseBehaviour(seed, img, digest, String(refNumber)),
  };
  const commit = {
    what: `billed, ${hit.behaviour}`,
    debit: seed.price,
    subject: hit.refNumber || hit.trxNo,
    apply: () => {
      state.balances.set(tenant.tenantCode, balance - seed.price);
      state.hits.push(hit);
    },
  };
  const answer = readAs(hit.behaviour, `${formatWib(clock.now()).replace(" ", "T")}+07:00`);
  const succeeded = hit.behaviour.startsWith("success");
  return { ...answer, ...(succeeded && { headers: { "X-Trx-No": hit.trxNo } }), commit };
}

function refuseKey(tenant: NpwpOcrTenant | undefined): object {
  return tenant?.refusal === "status" ? { status: "key or tenant invalid" } : failed("Invalid API key or tenant code");
}

function chooseBehaviour(
  seed: NpwpOcrSeed,
  img: Uint8Array,
  digest: string | undefined,
  refNumber: string,
): NpwpOcrBehaviour {
  if (!beginsWith(img, jpegStart) && !beginsWith(img, pngStart)) return "not-found";
  const marker = /^(.+)-\d+$/.exec(refNumber)?.[1];
  const marked = npwpOcrBehaviours.find((behaviour) => behaviour === marker);
  if (marked !== undefined) return marked;
  return seed.photos.find(({ sha256 }) => sha256 === digest)?.behaviour ?? "success";
}

function beginsWith(img: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => img[index] === byte);
}
