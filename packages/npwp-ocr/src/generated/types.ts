// Generated from specs/npwp-ocr/openapi.yaml by `pnpm codegen`. Do not edit.
/**
 * What `readNpwp` takes.
 * @see "§ 1 Request Parameter" in the vendor's document
 */
export interface ReadNpwpInput {
    /**
     * Format: binary
     * Photo of the card, .jpg, .jpeg or .png. The documented limits (2 MB, 960 x 720 to 1920 x 1080) are not enforced as written.
     * @example (bytes of npwp.jpg)
     */
    readonly img: Blob;
    /**
     * Source or device that the call comes from, free text.
     * @example Mobile
     */
    readonly source?: string;
    /**
     * User that makes the call, free text. Without it ADINS takes `tenant_code`.
     * @example Contoh
     */
    readonly loginId?: string;
    /**
     * NIK of the card's owner. The document gives no length; a NIK has 16 digits, and the client refuses anything else before a call is billed.
     * @example 0123456789101112
     */
    readonly nik?: string;
    /**
     * The caller's own number for this call, to find it again in reconciliation. Nothing says that it must be unique or that it prevents a second bill.
     * @example REF202209230001
     */
    readonly refNumber?: string;
    /**
     * Code of the office that makes the call, free text; for companies with more than one, to see which of them used the API.
     * @example HO
     */
    readonly officeCode?: string;
    /**
     * Name of the office that makes the call, free text; for companies with more than one, to see which of them used the API.
     * @example Head_Office
     */
    readonly officeName?: string;
    /**
     * Anything else worth noting about the transaction, free text.
     * @example Scan NPWP, Register User Pertama
     */
    readonly question?: string;
}
/**
 * The card was read. Says nothing about whether it was read rightly.
 * @see "§ 2, Succes" in the vendor's document
 */
export interface Reading {
    /**
     * SUCCESS, something was read.
     * @example SUCCESS
     * @constant
     */
    readonly status: "SUCCESS";
    /**
     * Free text; empty in every reading that was seen.
     * @example Image is unreadable; Image is noisy;
     */
    readonly message?: string;
    /**
     * When the photo was read, RFC 3339 with offset, `yyyy-MM-ddTHH:mm:ss+07:00`.
     * @example 2022-10-05T10:50:49+07:00
     */
    readonly ocr_date?: string;
    /** What was read from the card. A field that was not read is null in the document and "" on live servers; both mean the same. */
    readonly read: CardText;
    /** How sure the reader is of each field, 0 to 1, 0 for a field that was not read. Since 2023. Null stands for the server's `NaN`. */
    readonly read_confidence?: Confidence;
}
/**
 * The company's balance does not cover the call.
 * @see "§ 2, Insufficient Balance" in the vendor's document
 */
export type InsufficientBalance = Refusal & {
    /** @example Insufficient balance */
    readonly message: string;
};
/**
 * A field of the form is missing or not accepted. The answer does not say which.
 * @see "§ 2, Parameter Invalid" in the vendor's document
 */
export type InvalidParameter = Refusal & {
    /** @example Parameter invalid, please check your request */
    readonly message: string;
};
/**
 * Wrong `key` or `tenant_code`.
 * @see "§ 2, Invalid key / tenant code" in the vendor's document
 */
export type InvalidKey = Refusal & {
    /** @example Invalid API key or tenant code */
    readonly message: string;
};
/** Wrong `key` or `tenant_code`, in the words of newer servers, which put them in `status` and send nothing else. */
export interface KeyOrTenantInvalid {
    /**
     * The refusal itself.
     * @example key or tenant invalid
     * @constant
     */
    readonly status: "key or tenant invalid";
}
/** No NPWP card in the picture; another document, its back, a card on its side and a covered number say the same. */
export type NotFound = Refusal & {
    /** @example NPWP NOT FOUND */
    readonly message: string;
};
/** The picture has too few or too many pixels. The message names the limits, and servers differ. Seen of the readers of other cards on the same service, not of this one. */
export type Resolution = Refusal & {
    /** @example Image resolution is above 3800 x 2850 (Document Only). */
    readonly message: string;
};
/**
 * The picture cannot be read (noisy, dark, blurred, reflecting), is damaged or, by the document, shows no NPWP. Take another photo.
 * @see "§ 2, NPWP Error" in the vendor's document
 */
export type Unreadable = Refusal & {
    /** @example Image is unreadable; Image is noisy; */
    readonly message: string;
};
/** An error inside the service. */
export type UnexpectedError = Refusal & {
    /** @example Unexpected Error */
    readonly message: string;
};
/** Part of the card was read, and the server calls that a failure without a word. `read` holds what there is. */
export type Incomplete = Refusal & {
    /**
     * Empty.
     * @example
     */
    readonly message: string;
    /** What was read from the card. A field that was not read is null in the document and "" on live servers; both mean the same. */
    readonly read: CardText;
};
/** A refusal in free text. Only `status` is always there; refusals that never saw the photo have no `ocr_date` and no `read`. */
export interface Refusal {
    /**
     * FAILED, nothing usable was read.
     * @example FAILED
     * @constant
     */
    readonly status: "FAILED";
    /**
     * Free text in English. Faults of a picture are joined by "; ", with a ";" at the end and sometimes two spaces.
     * @example Image is unreadable; Image is noisy;
     */
    readonly message?: string;
    /**
     * When the photo was read, RFC 3339 with offset, `yyyy-MM-ddTHH:mm:ss+07:00`.
     * @example 2022-10-05T10:50:49+07:00
     */
    readonly ocr_date?: string;
    /** What was read from the card. A field that was not read is null in the document and "" on live servers; both mean the same. */
    readonly read?: CardText;
    /** How sure the reader is of each field, 0 to 1, 0 for a field that was not read. Since 2023. Null stands for the server's `NaN`. */
    readonly read_confidence?: Confidence;
}
/** What was read from the card. A field that was not read is null in the document and "" on live servers; both mean the same. */
export interface CardText {
    /**
     * Address.
     * @example BR.CONTOH ASRI RT 000 RW 000 KEL CONTOH
     */
    readonly alamat?: string | null;
    /**
     * Tax office (Kantor Pelayanan Pajak).
     * @example KPP PRATAMA ANGGREK
     */
    readonly kpp?: string | null;
    /**
     * Name of the taxpayer.
     * @example SITI CONTOH
     */
    readonly nama?: string | null;
    /**
     * NIK, 16 digits when read in full; empty on many cards, and 11, 14 and 15 digits have been seen.
     * @example 9901010101700001
     */
    readonly nik?: string | null;
    /**
     * NPWP without dots, 15 digits when read in full; 7 and 10 have been seen, and cards since 2024 have 16. A NITKU of 22 digits (the NPWP of 16 and six for the place of business) is not an NPWP; nobody has seen one here.
     * @example 990990990999000
     */
    readonly noNpwp?: string | null;
}
/** How sure the reader is of each field, 0 to 1, 0 for a field that was not read. Since 2023. Null stands for the server's `NaN`. */
export interface Confidence {
    /**
     * Confidence in `alamat`, 0 to 1.
     * @example 0.97
     */
    readonly alamat?: number | null;
    /**
     * Confidence in `kpp`, 0 to 1.
     * @example 0.97
     */
    readonly kpp?: number | null;
    /**
     * Confidence in `nama`, 0 to 1.
     * @example 0.97
     */
    readonly nama?: number | null;
    /**
     * Confidence in `nik`, 0 to 1.
     * @example 0.97
     */
    readonly nik?: number | null;
    /**
     * Confidence in `noNpwp`, 0 to 1.
     * @example 0.97
     */
    readonly noNpwp?: number | null;
}
