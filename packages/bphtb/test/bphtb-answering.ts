import {
  type BphtbOptions,
  createBphtb,
  type ExchangeRecord,
  type StoredToken,
  type TokenStore,
} from "../src/index.js";

export const ntpd = "1209411011001249943";
export const payment = {
  ntpd,
  amount: "196000000",
  payment_method: "Teller",
  bank_perseption: "BNKMANDIRI",
  refference_number: "20240926001",
  channel_reffrence: "Teller",
  payment_date: "2024-09-26 13:02:51.000",
  description: "",
};

export const issued = {
  accessToken: "T0k3n-2",
  expiresIn: 900,
  responseCode: "2007300",
  responseMessage: "Successful",
  tokenType: "Bearer",
};
export const paid = {
  status: true,
  message: "PAYMENT NTPD SSPD SUCCESS",
  data: { ntpd, bank_perseption: "BNKMANDIRI", rev_no: "20240926001", status: "paid" },
};
export function bill(payment_status: string, amount = payment.amount) {
  return { status: true, message_code: "2002400", data: { amount, payment_status } };
}
export function unauthorized(): Response {
  return Response.json({ message: "Unauthenticated." }, { status: 401 });
}
export function wrongSecret(): Response {
  return Response.json({ responseCode: "4017300", responseMessage: "Unauthorized" }, { status: 401 });
}
export function failure(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("client_secret=S3cr3t"), { code }) });
}

/** A store that already holds `T0k3n`, which lasts as long as a token of this vendor does. */
export function storeHolding(token: StoredToken | undefined) {
  let stored = token;
  const store: TokenStore = {
    get: async () => stored,
    set: async (next) => {
      stored = next;
    },
  };
  return { store, stored: () => stored };
}
export const startedAt = new Date("2024-09-26T19:24:04.629Z");
export const fresh: StoredToken = { accessToken: "T0k3n", expiresAt: startedAt.getTime() + 900_000 };

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** A promise that is kept when the test says so. */
export function later<T>() {
  let arrive: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    arrive = resolve;
  });
  return { promise, arrive };
}

type Options = Omit<Partial<BphtbOptions>, "tokenStore"> & { readonly tokenStore?: TokenStore | "default" };

/** A client that holds a fresh `T0k3n` and whose wire answers with these in turn, and what was sent over it. */
export function bphtbAnswering(answers: unknown[], { tokenStore, ...options }: Options = {}) {
  const sent: Sent[] = [];
  const records: ExchangeRecord[] = [];
  let clock = startedAt;
  let passedMs = 0;
  const { store, stored } = storeHolding(fresh);
  const bphtb = createBphtb({
    clientId: "your_client_id",
    clientSecret: "S3cr3t",
    now: () => clock,
    monotonicNow: () => passedMs,
    sleep: async (ms) => {
      passedMs += ms;
    },
    onExchange: (record) => records.push(record),
    fetch: async (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) });
      const next = answers[sent.length - 1];
      const answer = await (typeof next === "function" ? next(url, init) : next);
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer : Response.json(answer);
    },
    ...(tokenStore === "default" ? {} : { tokenStore: tokenStore ?? store }),
    ...options,
  });
  const advance = (ms: number) => {
    clock = new Date(clock.getTime() + ms);
    passedMs += ms;
  };
  const calls = () => sent.map(({ url }) => url.split("/").at(url.includes("/ntpd/") ? -2 : -1));
  return { bphtb, sent, calls, records, advance, stored };
}
