import { createHash, timingSafeEqual } from "node:crypto";

/** Whether two texts are the same; takes as long whatever they are. */
export function isSame(one: string, other: string): boolean {
  const [hashed, otherHashed] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return hashed !== undefined && otherHashed !== undefined && timingSafeEqual(hashed, otherHashed);
}
