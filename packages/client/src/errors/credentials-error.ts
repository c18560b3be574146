import { ApiError } from "./api-error.ts";

/**
 * There were no credentials to send: a function that brings a secret failed, which is the `cause`, or brought nothing.
 * What a token operation answered is an error of its own class instead.
 */
export class CredentialsError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "CredentialsError";

  constructor(operationId: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : cause;
    super(`${operationId}: no credentials to send: ${why}`, { operationId }, { cause });
  }
}
