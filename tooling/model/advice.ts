/** What became of the money, as far as a text proves it. */
export type Money = "not-moved" | "may-have-moved" | "moved" | "came-back" | "no-money-involved";

/** Whether the same call may be sent again. */
export type Again = "yes" | "no" | "settle-first" | "after-correction";

/** Who can help. */
export type Contact = "nobody" | "vendor" | "your-team" | "payers-bank";
