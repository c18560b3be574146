import { VendorError } from "./vendor-error.ts";

/** Too many requests (429), and the retries are used up. */
export class RateLimitError<Code extends number = number> extends VendorError<Code> {
  override readonly name = "RateLimitError";
}
