import { ApiError } from "./api-error.ts";

/** A call that was ended by its own `signal`; `cause` is the signal's reason. */
export class AbortError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "AbortError";

  constructor(operationId: string, cause: unknown) {
    super(`${operationId} was aborted by its signal.`, { operationId }, { cause });
  }
}
