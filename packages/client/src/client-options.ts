import type { Auth } from "./auth/auth.ts";
import type { Fetch } from "./auth/authenticated-fetch.ts";

/** Options of every client, beside its addresses. */
export interface ClientOptions<Vendor extends string> {
  /** Credentials, several where a vendor wants them together. Without them requests go out bare. */
  auth?: Auth<Vendor> | readonly Auth<Vendor>[] | undefined;
  /** Sends the requests; `globalThis.fetch` by default. */
  fetch?: Fetch | undefined;
  /**
   * Whether the documented limits (count, size, media type, no empty list or body) are checked before anything is
   * sent. `"enforce"`, the default, throws a `LimitError`; `"off"` sends whatever it is given.
   */
  limits?: "enforce" | "off" | undefined;
}
