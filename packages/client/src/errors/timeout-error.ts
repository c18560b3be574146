import { ApiError } from "./api-error.ts";

/** Which of the three times ran out; see `Timeouts`. */
export type TimeoutKind = "attempt" | "total" | "idle";

/** A call took too long and was ended. Whether the server acted on it is unknown. */
export class TimeoutError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "TimeoutError";
  readonly kind: TimeoutKind;
  /** The time that ran out, in milliseconds. */
  readonly milliseconds: number;

  constructor(operationId: string, kind: TimeoutKind, milliseconds: number) {
    super(`${operationId} ${messages[kind]} ${milliseconds} ms (timeouts.${kind}).`, {
      operationId,
    });
    this.kind = kind;
    this.milliseconds = milliseconds;
  }
}

const messages = {
  attempt: "was not answered within",
  total: "did not succeed within",
  idle: "could not send a byte for",
};
