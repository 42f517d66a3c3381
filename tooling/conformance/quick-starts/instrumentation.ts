/** Next.js calls it when the server starts: the polling job runs before anybody opens a page. */
export async function register() {
  if (process.env["NEXT_RUNTIME"] === "nodejs") await (await import("./app/shop")).theShop();
}
