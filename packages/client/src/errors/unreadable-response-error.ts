import { ApiError } from "./api-error.ts";

/**
 * A success that cannot be read: another media type than documented (a proxy's sign-in page), broken JSON, or a whole
 * number too large to be exact. `body` is its text, and the message holds the beginning.
 */
export class UnreadableResponseError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "UnreadableResponseError";
}
