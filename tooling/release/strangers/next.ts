/** An application of Next.js whose server hands results to a component that runs in the browser. */
export const nextFiles = {
  "package.json": JSON.stringify({ private: true, name: "shop" }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      lib: ["dom", "esnext"],
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "preserve",
      esModuleInterop: true,
      isolatedModules: true,
      skipLibCheck: true,
      plugins: [{ name: "next" }],
    },
    include: ["app/**/*.ts", "app/**/*.tsx", "ask.ts"],
  }),
  "next.config.mjs": `import { dirname } from "node:path";
export default { turbopack: { root: dirname(import.meta.dirname) } };
`,
  "app/layout.tsx": `import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="id"><body>{children}</body></html>;
}
`,
  "app/receipt.tsx": `"use client";
import type { Bill, PayResult, ReadResult, Inquire } from "@setor/esamsat";

export function Receipt({ bill, payment, lost }: { bill: ReadResult<Inquire>; payment: PayResult; lost: PayResult }) {
  const shown: Bill | undefined = bill.ok ? bill.data : undefined;
  return <p>{shown?.status} {payment.state} {lost.state === "unknown" ? lost.attempt.operation : lost.state}</p>;
}
`,
  "app/page.tsx": `import { createEsamsat } from "@setor/esamsat";
import { createSandbox } from "@setor/sandbox";
import { Receipt } from "./receipt";

export default async function Page() {
  const sandbox = createSandbox();
  const account = { username: "dummy", password: "dummy123", baseUrl: sandbox.baseUrl("esamsat") };
  const esamsat = createEsamsat({ ...account, fetch: sandbox.fetch });
  const bill = await esamsat.inquire({
    product: "SAMSAT_JABAR",
    customer_number: "9901111111111111",
    structure_number: "MHZ99D999ZZ401001",
  });
  if (!bill.ok) throw new Error(bill.message);
  const payment = await esamsat.pay({ invoice: bill.data.invoice });
  const silent = createEsamsat({ ...account, fetch: async () => new Response("") });
  return <Receipt bill={bill} payment={payment} lost={await silent.pay({ invoice: bill.data.invoice })} />;
}
`,
};

/** What the component shows. */
export const nextAnswer = "INQUIRY paid pay";
