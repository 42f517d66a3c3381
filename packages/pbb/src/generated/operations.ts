// Generated from specs/pbb/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { AlreadyPaid, AmountNotNumeric, BillFound, BillNotFound, Cancelled, DuplicatePayment, ErrorReport, InquireInput, InquiryPeriodNotNumeric, InquiryServerError, InquiryUnknownRequest, InquiryYearNotNumeric, NtpdFailed, PaidInFuture, PayInput, PaymentNotFound, PaymentPeriodNotNumeric, PaymentServerError, PaymentUnknownRequest, PaymentYearNotNumeric, Recorded, ReversalServerError, ReversalTooLate, ReversalUnknownRequest, ReverseInput, Reversed } from "./types.js";

/** What `inquire` takes and may say. */
export interface Inquire {
  /** The argument. */
  input: InquireInput;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: BillFound["sppt"];
    /** The call was refused. */
    refused: BillNotFound | InquiryYearNotNumeric | InquiryServerError | InquiryUnknownRequest | InquiryPeriodNotNumeric;
  };
  /** Every reason of its refusals. */
  reason: "not-found" | "year-not-numeric" | "server-error" | "unknown-request" | "period-not-numeric";
}

/** What `pay` takes and may say. */
export interface Pay {
  /** The argument. */
  input: PayInput;
  /** What it does at the vendor. */
  effect: "money";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The money moved. */
    paid: Recorded["byrSppt"];
    /** The call was refused. */
    refused: PaidInFuture | AlreadyPaid | Cancelled | AmountNotNumeric | PaymentUnknownRequest | PaymentPeriodNotNumeric | PaymentYearNotNumeric;
    /** Nothing is proved. */
    unknown: PaymentServerError | NtpdFailed | ErrorReport | string;
  };
  /** Every reason of its refusals. */
  reason: "paid-in-future" | "already-paid" | "cancelled" | "amount-not-numeric" | "unknown-request" | "period-not-numeric" | "year-not-numeric";
}

/** What `reverse` takes and may say. */
export interface Reverse {
  /** The argument. */
  input: ReverseInput;
  /** What it does at the vendor. */
  effect: "money";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The payment was taken back. */
    reversed: Reversed["revPembayaran"];
    /** The call was refused. */
    refused: PaymentNotFound | DuplicatePayment | ReversalTooLate | ReversalUnknownRequest;
    /** Nothing is proved. */
    unknown: ReversalServerError;
  };
  /** Every reason of its refusals. */
  reason: "not-found" | "duplicate-payment" | "reversal-too-late" | "unknown-request";
}

const Descriptive: Shape = {};

const Answer: Shape = {
  type: "object",
  required: ["code"],
  properties: { code: { type: "integer", role: "code" }, message: { allOf: [Descriptive, { role: "message" }] } },
};

const EchoedNop: Shape = { type: "string", echo: "nop" };

const EchoedThn: Shape = { type: "string", echo: "thn" };

const OwnerName: Shape = { type: ["string", "null"] };

const PropertyAddress: Shape = { type: ["string", "null"] };

const Rupiah: Shape = { type: "integer", minimum: 0 };

const Sppt: Shape = {
  type: "object",
  required: ["nop", "thn", "pokok", "denda"],
  properties: { nop: EchoedNop, thn: EchoedThn, nama: OwnerName, alamatOp: PropertyAddress, pokok: Rupiah, denda: Rupiah },
};

const BillFound: Shape = { allOf: [Answer, { type: "object", required: ["sppt"], properties: { code: { const: 1 }, sppt: Sppt } }] };

const InquiryFailure: Shape = { allOf: [Answer, { type: "object", required: ["sppt"], properties: { sppt: { type: "null" } } }] };

const BillNotFound: Shape = { allOf: [InquiryFailure, { type: "object", properties: { code: { const: 10 } } }] };

const InquiryYearNotNumeric: Shape = { allOf: [InquiryFailure, { type: "object", properties: { code: { const: 36 } } }] };

const InquiryServerError: Shape = { allOf: [InquiryFailure, { type: "object", properties: { code: { const: 4 } } }] };

const InquiryUnknownRequest: Shape = { allOf: [InquiryFailure, { type: "object", properties: { code: { const: 34 } } }] };

const InquiryPeriodNotNumeric: Shape = { allOf: [InquiryFailure, { type: "object", properties: { code: { const: 35 } } }] };

const Nop: Shape = { type: "string", pattern: "^[0-9]{18}$" };

const InquiryThn: Shape = { type: "string", pattern: "^\\S{1,9}$" };

const ByrSppt: Shape = {
  type: "object",
  required: ["nop", "thn", "ntpd", "pokok", "sanksi"],
  properties: {
    nop: EchoedNop,
    thn: EchoedThn,
    ntpd: { type: "string", pattern: "\\S" },
    mataAnggaranPokok: Descriptive,
    pokok: Rupiah,
    mataAnggaranSanksi: Descriptive,
    sanksi: Rupiah,
    namaWp: Descriptive,
    alamatOp: Descriptive,
  },
};

const Recorded: Shape = {
  allOf: [Answer, { type: "object", required: ["byrSppt"], properties: { code: { const: 1 }, byrSppt: ByrSppt } }],
};

const PaymentFailure: Shape = { allOf: [Answer, { type: "object", required: ["byrSppt"], properties: { byrSppt: { type: "null" } } }] };

const PaidInFuture: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 32 } } }] };

const AlreadyPaid: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 13 } } }] };

const Cancelled: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 3 } } }] };

const AmountNotNumeric: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 31 } } }] };

const PaymentUnknownRequest: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 34 } } }] };

const PaymentPeriodNotNumeric: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 35 } } }] };

const PaymentYearNotNumeric: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 36 } } }] };

const PaymentServerError: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 4 } } }] };

const NtpdFailed: Shape = { allOf: [PaymentFailure, { type: "object", properties: { code: { const: 5 } } }] };

const ErrorReport: Shape = {
  type: "object",
  required: ["status"],
  properties: {
    timestamp: { type: "integer" },
    status: { const: 500 },
    error: { type: "string" },
    exception: { type: "string" },
    message: { type: "string" },
    path: { type: "string" },
  },
};

const Thn: Shape = { type: "string", pattern: "^[0-9]{4}$" };

const TglBayar: Shape = {
  type: "string",
  pattern: "^(((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02]))|((0[1-9]|[12][0-9]|30)(0[469]|11))|((0[1-9]|[12][0-9])02))[0-9]{4}$",
};

const JamBayar: Shape = { type: "string", pattern: "^([01][0-9]|2[0-3])[0-5][0-9]$" };

const RevPembayaran: Shape = {
  type: "object",
  required: ["nop", "thn", "ntpd"],
  properties: { nop: EchoedNop, thn: EchoedThn, ntpd: { type: "string", echo: "ntpd" } },
};

const Reversed: Shape = {
  allOf: [
    Answer,
    {
      type: "object",
      required: ["revPembayaran"],
      properties: { code: { const: 1 }, revPembayaran: RevPembayaran },
    },
  ],
};

const ReversalFailure: Shape = {
  allOf: [Answer, { type: "object", required: ["revPembayaran"], properties: { revPembayaran: { type: "null" } } }],
};

const PaymentNotFound: Shape = { allOf: [ReversalFailure, { type: "object", properties: { code: { const: 10 } } }] };

const DuplicatePayment: Shape = {
  allOf: [
    ReversalFailure,
    {
      type: "object",
      properties: { code: { const: 4 }, message: { type: "string", pattern: "^\\s*Data\\s+[Tt]ersebut\\s+Ganda\\s*$" } },
    },
  ],
};

const ReversalTooLate: Shape = { allOf: [ReversalFailure, { type: "object", properties: { code: { const: 33 } } }] };

const ReversalUnknownRequest: Shape = { allOf: [ReversalFailure, { type: "object", properties: { code: { const: 34 } } }] };

const ReversalServerError: Shape = { allOf: [ReversalFailure, { type: "object", properties: { code: { const: 4 } } }] };

const Ntpd: Shape = { type: "string", minLength: 1, maxLength: 50 };

export const operations: {
  readonly inquire: Operation<Inquire>;
  readonly pay: Operation<Pay>;
  readonly reverse: Operation<Reverse>;
} = {
  inquire: {
    id: "inquire",
    method: "GET",
    path: "/sppt/{nop}/{thn}",
    requestType: "none",
    effect: "read",
    timeoutMs: 45000,
    fields: {
      nop: { in: "path", required: true, example: "992901000100100010", shape: Nop },
      thn: { in: "path", required: true, example: "2013", shape: InquiryThn },
    },
    answers: {
      "200": [
        { outcome: "ok", payload: "sppt", shape: BillFound },
        { outcome: "refused", reason: "not-found", shape: BillNotFound },
        { outcome: "refused", reason: "year-not-numeric", shape: InquiryYearNotNumeric },
        { outcome: "refused", reason: "server-error", shape: InquiryServerError },
        { outcome: "refused", reason: "unknown-request", shape: InquiryUnknownRequest },
        { outcome: "refused", reason: "period-not-numeric", shape: InquiryPeriodNotNumeric },
      ],
    },
  },
  pay: {
    id: "pay",
    method: "GET",
    path: "/bayar/{nop}/{thn}/{tglBayar}/{jamBayar}",
    requestType: "none",
    effect: "money",
    timeoutMs: 45000,
    fields: {
      nop: { in: "path", required: true, example: "992901000100100010", shape: Nop },
      thn: { in: "path", required: true, example: "2013", shape: Thn },
      tglBayar: { in: "path", required: true, example: "20012017", shape: TglBayar },
      jamBayar: { in: "path", required: true, example: "1015", shape: JamBayar },
    },
    answers: {
      "200": [
        { outcome: "paid", payload: "byrSppt", shape: Recorded },
        { outcome: "refused", reason: "paid-in-future", shape: PaidInFuture },
        { outcome: "refused", reason: "already-paid", shape: AlreadyPaid },
        { outcome: "refused", reason: "cancelled", shape: Cancelled },
        { outcome: "refused", reason: "amount-not-numeric", shape: AmountNotNumeric },
        { outcome: "refused", reason: "unknown-request", shape: PaymentUnknownRequest },
        { outcome: "refused", reason: "period-not-numeric", shape: PaymentPeriodNotNumeric },
        { outcome: "refused", reason: "year-not-numeric", shape: PaymentYearNotNumeric },
        { outcome: "unknown", shape: PaymentServerError },
        { outcome: "unknown", shape: NtpdFailed },
      ],
      "500": [
        { outcome: "unknown", shape: ErrorReport },
        { text: true, outcome: "unknown", shape: { type: "string" } },
      ],
    },
  },
  reverse: {
    id: "reverse",
    method: "GET",
    path: "/reversal/{nop}/{thn}/{ntpd}/",
    requestType: "none",
    effect: "money",
    timeoutMs: 45000,
    fields: {
      nop: { in: "path", required: true, example: "992901000100100010", shape: Nop },
      thn: { in: "path", required: true, example: "2013", shape: Thn },
      ntpd: { in: "path", required: true, example: "2017OA74615WA20051001", shape: Ntpd },
    },
    answers: {
      "200": [
        { outcome: "reversed", payload: "revPembayaran", shape: Reversed },
        { outcome: "refused", reason: "not-found", shape: PaymentNotFound },
        { outcome: "refused", reason: "duplicate-payment", shape: DuplicatePayment },
        { outcome: "refused", reason: "reversal-too-late", shape: ReversalTooLate },
        { outcome: "refused", reason: "unknown-request", shape: ReversalUnknownRequest },
        { outcome: "unknown", shape: ReversalServerError },
      ],
    },
  },
};
