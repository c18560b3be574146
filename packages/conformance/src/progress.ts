import type { OnProgress } from "./run.ts";

/** Shows on a terminal what is being checked; anywhere else nothing. */
export interface Progress {
  tell: OnProgress;
  /** Takes the line away. */
  stop(): void;
}

/** Shows progress in one line of a stream, which is not the one of the report. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { tell: () => {}, stop: () => {} };
  const clear = () => {
    stream.cursorTo(0);
    stream.clearLine(0);
  };
  return {
    tell({ at, of, id }) {
      clear();
      // A line that wraps could not be taken away.
      stream.write(`${at} of ${of}  ${id}`.slice(0, stream.columns - 1));
    },
    stop: clear,
  };
}
