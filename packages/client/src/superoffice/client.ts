import { errorCodes, limits, type paths, routes } from "@image-apis/types/superoffice";
import type { Client } from "openapi-fetch";
import type { ClientOptions } from "../client-options.ts";
import { createApiClient } from "../create-api-client.ts";
import { description } from "./description.ts";
import type { SuperOfficeOperations } from "./operations.ts";

export interface SuperOfficeClient extends SuperOfficeOperations {
  /**
   * The openapi-fetch client that the methods themselves use, for what they do not cover: same addresses, credentials,
   * limits, retries and times. Its types are not part of this package's promises.
   */
  readonly raw: Client<paths>;
}

/** A tenant of SuperOffice Online, or the address of an installation (a mock, a proxy), which ends before `/api/v1`. */
export type SuperOfficeAddress =
  | {
      /** The environment, by default the document's. */
      env?: string | undefined;
      /** The customer's context identifier, for example `Cust12345`. */
      tenant: string;
      baseUrl?: undefined;
    }
  | { baseUrl: string; env?: undefined; tenant?: undefined };

export type SuperOfficeClientOptions = SuperOfficeAddress & ClientOptions<"superoffice">;

/**
 * A client for SuperOffice's person images.
 *
 * @throws TypeError When an address is not one.
 */
export function createSuperOfficeClient(options: SuperOfficeClientOptions): SuperOfficeClient {
  const document = { routes, limits, errorCodes };
  return createApiClient<paths, SuperOfficeOperations>(description, document, options);
}
