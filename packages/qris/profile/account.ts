/** The account that the sandbox begins with, as options of the client. */
export const account = { apiKey: "1234567890123", merchantId: "12345678" };
