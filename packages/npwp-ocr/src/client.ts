import { aCredential, type CallOptions, type ClientOptions, checkClientOptions, createApi } from "@setor/core";
import { operations, type ReadNpwp } from "./generated/operations.js";
import { type Photo, photoFile } from "./photo-file.js";
import { type ReadNpwpResult, readingResult } from "./reading.js";

/** Sent to as it is: the document ends it with a slash, later hosts are called without one. */
const defaultBaseUrl = "https://5236635838005115.ap-southeast-5.fc.aliyuncs.com/2016-08-15/proxy/ocr/npwp/";

/** What `createNpwpOcr` takes. */
export interface NpwpOcrOptions extends ClientOptions {
  /** Key of the company, issued by ADINS. */
  readonly key: string;
  /** Code of the company that owns the key (`tenant_code`), issued by ADINS. */
  readonly tenantCode: string;
}

/** What `readNpwp` takes. */
export interface ReadNpwpInput extends Omit<ReadNpwp["input"], "img"> {
  /** Photo of the card, JPEG or PNG: a Blob, its bytes, or in Node the path of a file. */
  readonly img: Photo;
}

/** The calls of ADINS OCR NPWP. */
export interface NpwpOcr {
  /**
   * Reads one card. Each call may be billed, so it is sent once, whatever the answer. `ok` says that something was
   * read, not that it was read rightly: confirm every field. Set a `refNumber` to find the call again in ADINS' report.
   * @throws TypeError for a wrong argument, or an `img` that is empty or neither JPEG nor PNG; NotSentError also when
   * `img` cannot be read; any other SetorError for an answer that ADINS does not document, or for none: the call may
   * then have been billed
   * @see "§ 1 Request Parameter" and § 2 in ADINS' document
   */
  readNpwp(input: ReadNpwpInput, options?: CallOptions): Promise<ReadNpwpResult>;
}

/**
 * Creates a client for ADINS OCR NPWP.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createNpwpOcr(options: NpwpOcrOptions): NpwpOcr {
  checkClientOptions("createNpwpOcr", options, { key: aCredential, tenantCode: aCredential });
  const { key, tenantCode } = options;
  const api = createApi({
    factory: "createNpwpOcr",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    operations,
    secrets: {
      key: { option: "key", value: key, advice: "the key that ADINS issued to your company" },
      tenant_code: { option: "tenantCode", value: tenantCode, advice: "the code of the company that owns the key" },
    },
  });
  return {
    async readNpwp(input, options) {
      const begun = api.begin(operations.readNpwp, options);
      try {
        const img = await photoFile(begun, { ...input }.img);
        const read = await api.prepare(operations.readNpwp, { ...input, img }, options, (call) => call.send(), begun);
        return readingResult(read);
      } finally {
        begun.deadline.clear();
      }
    },
  };
}
