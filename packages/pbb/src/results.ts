import type { MoneyDone, MoneyNotSent, MoneyRefused, MoneyUnknown, SettledByHand } from "@setor/core";
import type { Pay, Reverse } from "./generated/operations.js";

/** What `pay` resolves to. Only an `unknown` has a `check`, and it has no receipt. */
export type PayResult =
  | MoneyDone<"paid", Pay["answers"]["paid"]>
  | MoneyRefused<Pay["reason"], Pay["answers"]["refused"]>
  | MoneyNotSent
  | (MoneyUnknown<Pay["answers"]["unknown"]> & SettledByHand);

/** What `reverse` resolves to. Only an `unknown` has a `check`. */
export type ReverseResult =
  | MoneyDone<"reversed", Reverse["answers"]["reversed"]>
  | MoneyRefused<Reverse["reason"], Reverse["answers"]["refused"]>
  | MoneyNotSent
  | (MoneyUnknown<Reverse["answers"]["unknown"]> & SettledByHand);
