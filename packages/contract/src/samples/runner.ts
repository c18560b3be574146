/** What a program printed, and how it ended. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A server that a program asks, and the one that answers in its place. Addresses without a slash at the end. */
export interface Redirection {
  /** The address in the program. */
  asks: string;
  /** The address that is asked instead. */
  answered: string;
}

/** Runs programs of one language unchanged, one after the other. */
export interface Runner {
  /**
   * @param file The program.
   * @param folder The folder it is run in, where it finds its files.
   */
  run(file: string, folder: string): Promise<Run>;
  close(): Promise<void>;
}

/** Starts a runner, or says why this machine has none. */
export type StartRunner = (redirection: Redirection) => Promise<Runner | { missing: string }>;
