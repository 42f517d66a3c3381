import type { OperationTypes } from "./operation.js";
import { textOf } from "./recognise.js";
import type { MoneyResult, ReadResult } from "./results.js";
import type { Answered } from "./send.js";
import { isObject } from "./shape.js";

/*
 * The shape that the value of an answer has matched is generated from the same schema as the type of the result, which
 * is how it may be taken for one.
 */

/** What the caller of a reading is told of its answer. */
export function toReadResult<T extends OperationTypes>(answered: Answered): ReadResult<T> {
  return { ok: answered.answer.outcome === "ok", ...contents(answered) } as ReadResult<T>;
}

/** What the caller of a payment is told of its answer. */
export function toMoneyResult<T extends OperationTypes>(answered: Answered): MoneyResult<T> {
  return { state: answered.answer.outcome, ...contents(answered) } as MoneyResult<T>;
}

function contents({ answer, value, exchange }: Answered): object {
  const { reason, payload } = answer;
  const said = reason !== undefined || answer.outcome === "unknown" ? codeAndMessage(answer.shape, value) : {};
  const data = payload !== undefined && isObject(value) ? value[payload] : value;
  return { attemptId: exchange.attemptId, ...(reason !== undefined && { reason }), ...said, data, exchange };
}

function codeAndMessage(shape: Answered["answer"]["shape"], value: unknown): { code?: string; message: string } {
  const code = textOf("code", shape, value);
  const message = textOf("message", shape, value) ?? "";
  return code === undefined ? { message } : { code, message };
}
