import type { MutationResult } from "../../src/mutate/mutation-result.ts";

/** Says on a terminal how far a run is; nothing elsewhere. */
export function progress(total: number): (outcome: MutationResult) => void {
  const { stderr } = process;
  let done = 0;
  let alive = 0;
  return ({ kill }) => {
    done += 1;
    if (kill === undefined) alive += 1;
    if (!stderr.isTTY) return;
    stderr.clearLine(0);
    stderr.cursorTo(0);
    if (done < total) stderr.write(`${done} of ${total} mutations, ${alive} not killed`);
  };
}
