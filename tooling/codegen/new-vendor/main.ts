import { namesOf, refusalOf } from "./names.js";
import { scaffold } from "./scaffold.js";

const [id = ""] = process.argv.slice(2);
const refusal = refusalOf(id);
if (refusal === undefined) {
  await scaffold(namesOf(id));
  console.log(whatNext(id));
} else {
  console.error(refusal);
  process.exitCode = 1;
}

function whatNext(vendor: string): string {
  return `1. Name the vendor's document in specs/${vendor}/SOURCES.md, and put what it says in the place of what is assumed.
2. Change specs/${vendor}/openapi.yaml, its examples and its workflows, then: npx pnpm codegen && npx pnpm translations
3. Write the Indonesian in specs/${vendor}/translations.yaml, and why each call fails in specs/${vendor}/advice.yaml.
4. Follow the spec in packages/${vendor} and its profile, and in packages/sandbox/src/vendors/${vendor}, each with its tests.
5. Run npx pnpm api and npm test, and commit it all with .changeset/${vendor}.md; CONTRIBUTING.md knows the rest.`;
}
