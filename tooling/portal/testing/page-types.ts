/** One page of each type, by its address. */
export const pageTypes = [
  "index.html",
  "darurat.html",
  "errors.html",
  "glossary.html",
  "design.html",
  "404.html",
  "guides/index.html",
  "guides/signing.html",
  "guides/faults.html",
  "esamsat/index.html",
  "esamsat/operations/pay.html",
  "esamsat/errors.html",
  "bphtb/workflows.html",
  "qris/try.html",
  "pbb/changelog.html",
] as const;

/** Redoc's page, which it writes itself. */
export const referenceTypes = ["esamsat/reference.html#/e-samsat/pay", "bphtb/reference.html#/sspd/findsspd"] as const;
