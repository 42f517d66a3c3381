import { type ActionBody, BadRequest, textIn } from "../../action-body.js";
import type { ActionContext, VendorActions } from "../../vendor.js";
import {
  type QrisCallbackOptions,
  type QrisDeliveryKind,
  type QrisNotice,
  qrisDeliveries,
  requireLoopback,
} from "./callback.js";
import { createNotifier } from "./notifier.js";
import type { QrisState } from "./server.js";
import { createQrisWallet, type QrisWallet } from "./wallet.js";

/** What a tester does with QRIS beside its API: pay as a payer does, and tell the merchant as InterActive does. */
export function createQrisActions(context: ActionContext<QrisState>): VendorActions<QrisWallet> {
  const requireAddress = context.fetch === undefined ? requireLoopback : () => {};
  const wallet = createQrisWallet({ ...context, notify: createNotifier(context), requireAddress });
  return {
    calls: wallet,
    http: {
      async pay(body) {
        const callback = "callback" in body ? { callback: callbackIn(objectOf(body["callback"])) } : {};
        const result = wallet.pay(textIn(body, "invoiceId"), { late: body["late"] === true, ...callback });
        if (!result.paid) return result;
        const { notice, ...payment } = result;
        return { ...payment, ...(notice && (await describeDelivery(notice, callback.callback?.delivery))) };
      },
      callback(body) {
        const options = callbackIn(body);
        return describeDelivery(wallet.callback(textIn(body, "invoiceId"), options), options.delivery);
      },
    },
  };
}

/** An object, whatever a tester sent; of anything else nothing is read. */
function objectOf(value: unknown): ActionBody {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A callback that goes to this machine only: whoever asks for it over HTTP is not this process. */
function callbackIn(body: ActionBody): QrisCallbackOptions {
  const kind = body["delivery"] ?? "once";
  const delivery = qrisDeliveries.find((known) => known === kind);
  if (delivery === undefined) throw new BadRequest(`\`delivery\` must be one of ${qrisDeliveries.join(", ")}.`);
  if (!("url" in body)) return { delivery };
  const url = textIn(body, "url");
  requireLoopback(url);
  return { delivery, url };
}

/** What was posted and what became of it; what comes late is not waited for, since the time may never come. */
async function describeDelivery({ body, delivered }: QrisNotice, delivery: QrisDeliveryKind | undefined) {
  return { callback: body, delivered: delivery === "late" ? [] : await delivered };
}
