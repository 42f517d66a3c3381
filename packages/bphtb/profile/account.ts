/** The account that the sandbox begins with, as options of the client. */
export const account = { clientId: "your_client_id", clientSecret: "S3cr3t" };
