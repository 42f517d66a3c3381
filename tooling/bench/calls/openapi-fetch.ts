import createClient from "openapi-fetch";

interface Answer {
  responses: { 200: { content: { "application/json": object } } };
}

/** As much as openapi-fetch has to know of two operations. */
interface Paths {
  "/json/esamsat/pay_esamsat": {
    post: Answer & { requestBody: { content: { "application/x-www-form-urlencoded": Record<string, string> } } };
  };
  "/sppt/{nop}/{thn}": { get: Answer & { parameters: { path: { nop: string; thn: string } } } };
}

/** The two calls by openapi-fetch, as its documentation has them. */
export function byOpenapiFetch(baseUrl: string) {
  const client = createClient<Paths>({ baseUrl });
  return {
    async pay(body: Record<string, string>) {
      const bodySerializer = (fields: Record<string, string>) => new URLSearchParams(fields);
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      return (await client.POST("/json/esamsat/pay_esamsat", { body, bodySerializer, headers })).data;
    },
    async inquire(path: { nop: string; thn: string }) {
      return (await client.GET("/sppt/{nop}/{thn}", { params: { path } })).data;
    },
  };
}
