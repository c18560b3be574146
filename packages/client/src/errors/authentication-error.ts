import { VendorError } from "./vendor-error.ts";

/** The credentials were refused (401), or do not allow this (403). Renewable ones were already renewed once. */
export class AuthenticationError<Code extends number = number> extends VendorError<Code> {
  override readonly name = "AuthenticationError";
}
