/** What the reader makes of a photo. */
export const npwpOcrBehaviours = [
  "success",
  "success-with-confidence",
  "not-found",
  "resolution",
  "unreadable",
  "unreadable-empty",
  "incomplete",
  "server-error",
  "other",
] as const;

export type NpwpOcrBehaviour = (typeof npwpOcrBehaviours)[number];

export interface NpwpOcrTenant {
  readonly key: string;
  readonly tenantCode: string;
  /** Whole rupiah, prepaid. */
  readonly balance: number;
  /** How a wrong key is answered: in `message` as documented, or in `status` as newer servers do. */
  readonly refusal: "message" | "status";
}

export interface NpwpOcrSeed {
  readonly tenants: readonly NpwpOcrTenant[];
  /** Whole rupiah for each photo that is looked at, whatever comes of it. */
  readonly price: number;
  /** Photos that are read in a certain way, by the SHA-256 of their bytes in lower-case hex. */
  readonly photos: readonly { readonly sha256: string; readonly behaviour: NpwpOcrBehaviour }[];
}

/**
 * | key | tenant code | tenant |
 * |---|---|---|
 * | ADINS_key1234 | AIT | 1,000 photos; a wrong key is answered in `message` |
 * | ADINS_key5678 | CONTOH | 1,000 photos; a wrong key is answered in `status` |
 * | ADINS_key9012 | HABIS | 1 photo, then no balance |
 *
 * Any other key is wrong. A photo costs Rp 1,000. What is neither JPEG nor PNG is not found. A `refNumber` of a
 * behaviour and a number, as `unreadable-1`, has a photo read that way. Else its bytes decide: a JPEG and a PNG that end
 * after their first bytes are unreadable, every other photo is a success.
 */
export const npwpOcrSeed: NpwpOcrSeed = {
  tenants: [
    { key: "ADINS_key1234", tenantCode: "AIT", balance: 1_000_000, refusal: "message" },
    { key: "ADINS_key5678", tenantCode: "CONTOH", balance: 1_000_000, refusal: "status" },
    { key: "ADINS_key9012", tenantCode: "HABIS", balance: 1_000, refusal: "message" },
  ],
  price: 1_000,
  photos: [
    // FF D8 FF
    { sha256: "6e568e1f67fba258184c78181539e5e8fdee447e49bb706fc0ea34fbf12336a5", behaviour: "unreadable" },
    // 89 50 4E 47 0D 0A 1A 0A
    { sha256: "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6", behaviour: "unreadable" },
  ],
};
