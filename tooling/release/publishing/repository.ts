/**
 * Where the repository is: the one place to change it. PLACEHOLDER, on a domain that is reserved for examples, until
 * there is a repository. `npx pnpm repository` then writes it wherever the old one stands.
 */
export const repository = "https://example.com/setor";

/** What a manifest says of where its package comes from. */
export function originOf(folder: string): object {
  return {
    homepage: `${repository}/tree/main/packages/${folder}#readme`,
    bugs: `${repository}/issues`,
    repository: { type: "git", url: `git+${repository}.git`, directory: `packages/${folder}` },
  };
}
