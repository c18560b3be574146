import { ApiError } from "./api-error.ts";

/**
 * A request that breaks a documented limit, refused before anything was sent. `code` is the one the vendor would
 * have answered, where it publishes one. Every client takes `limits: "warn"`
 * and `limits: "off"` to send such a request all the same.
 */
export class LimitError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "LimitError";
  /** The option that breaks the limit, for example `files[2]`. */
  readonly argument: string;

  constructor(message: string, operationId: string, argument: string, code: number | undefined) {
    super(`${message} Nothing was sent.`, { operationId, code });
    this.argument = argument;
  }
}
