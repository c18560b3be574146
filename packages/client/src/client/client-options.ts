import type { Auth } from "../auth/auth.ts";
import type { Logger } from "../log/logger.ts";
import type { Fetch, Middleware } from "../transport/middleware.ts";
import type { SendOptions } from "../transport/transport.ts";
import type { LimitChecks } from "../upload/preparation.ts";

/** Options of every client, beside its addresses. */
export interface ClientOptions<Vendor extends string> extends SendOptions {
  /** Credentials, several where a vendor wants them together. Without them requests go out bare. */
  auth?: Auth<Vendor> | readonly Auth<Vendor>[] | undefined;
  /** Sends the requests; `globalThis.fetch` by default. */
  fetch?: Fetch | undefined;
  /** Stands around every attempt of every call; of several, the first is the outermost. */
  middleware?: Middleware | readonly Middleware[] | undefined;
  /** Takes what there is to say; by default nothing is said. */
  logger?: Logger | undefined;
  /**
   * What is done about the documented limits (count, size, media type, no empty list or body) before anything is
   * sent. `"enforce"`, the default, throws a `LimitError`; `"warn"` tells the logger, or the console where there is
   * none, and sends; `"off"` sends whatever it is given.
   */
  limits?: LimitChecks | undefined;
}
