/** As PHP writes one in front of what a page prints; a warning or an error is none, it may say that a commit failed. */
const notice =
  /\s*(?:<br \/>\s*)?<b>(?:Notice|Deprecated)<\/b>:[^<>{}[\]]{0,500} in <b>[^<>{}[\]]{0,500}<\/b>(?: on line <b>[0-9]{1,7}<\/b>)?(?:<br \/>)?/y;

/** Where the notices end that stand in front of an answer. */
export function skipNotices(text: string): number {
  let position = 0;
  for (;;) {
    notice.lastIndex = position;
    const found = notice.exec(text)?.[0];
    if (found === undefined) return position;
    position += found.length;
  }
}
