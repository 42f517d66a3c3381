// The till of the tour: pays one bill through a ledger in a file. Its own program, so that it can be killed.
import { createEsamsat, esamsatPayments } from "@setor/esamsat";
import { openLedger, sqlite } from "@setor/ledger";

const { file, baseUrl, bill } = JSON.parse(process.argv[2] ?? "");
const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl });
const ledger = await openLedger({ store: sqlite(file), payables: [esamsatPayments(esamsat)], worker: "till-1" });
await ledger.runOnce();
const outcome = await ledger.pay(esamsatPayments, bill, { label: "ORDER-17" });
console.log(JSON.stringify(outcome));
await ledger.close();
