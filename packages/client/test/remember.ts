import type { Logger } from "../src/index.ts";

/** What a logger was told. */
export interface Remembered {
  logger: Logger;
  warnings: string[];
  /** Every message with its details, as text. */
  everything: string[];
}

export function remember(): Remembered {
  const warnings: string[] = [];
  const everything: string[] = [];
  const note = (message: string, details?: object) =>
    everything.push(`${message} ${JSON.stringify(details)}`);
  return {
    warnings,
    everything,
    logger: {
      debug: note,
      warn(message, details) {
        warnings.push(message);
        note(message, details);
      },
    },
  };
}
