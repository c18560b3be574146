/**
 * Takes what a client has to say; `console` is one. Secrets are taken out before: credentials, cookies, tokens and the
 * parameters of signed URLs.
 */
export interface Logger {
  /** Every attempt and its outcome. */
  debug(message: string, details?: Readonly<Record<string, unknown>>): void;
  /** What a person should look at: a limit broken under `limits: "warn"`, an image of another type than it says, a retry. */
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
}
