/** The languages of the docs, the first one first. */
export const languages = ["id", "en"] as const;

export type Language = (typeof languages)[number];
