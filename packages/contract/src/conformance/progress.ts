import yoctoSpinner from "yocto-spinner";
import type { OnProgress } from "./run.ts";

/** Shows what is being checked on a terminal; anywhere else nothing. */
export interface Progress {
  tell: OnProgress;
  stop(): void;
}

/** Shows progress on a stream, which is not the one of the report. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { tell: () => {}, stop: () => {} };
  const spinner = yoctoSpinner({ stream });
  return {
    tell({ at, of, id }) {
      spinner.text = `${at} of ${of}  ${id}`;
      if (!spinner.isSpinning) spinner.start();
    },
    stop() {
      spinner.stop();
    },
  };
}
