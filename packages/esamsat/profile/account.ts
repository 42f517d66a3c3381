/** The account that the sandbox begins with, as options of the client. */
export const account = { username: "dummy", password: "dummy123" };
