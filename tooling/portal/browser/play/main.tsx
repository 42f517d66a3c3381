import { render } from "preact";
import { App } from "./app.js";
import { readPageData } from "./page-data.js";

const place = document.querySelector("#play");
const data = readPageData();
if (place !== null && data !== undefined) {
  place.replaceChildren();
  render(<App data={data} />, place);
  performance.mark("setor-ready");
}
