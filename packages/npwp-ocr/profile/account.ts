/** The account that the sandbox begins with, as options of the client. */
export const account = { key: "ADINS_key1234", tenantCode: "AIT" };
