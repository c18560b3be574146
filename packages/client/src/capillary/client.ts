import { errorCodes, limits, type paths, routes } from "@image-apis/types/capillary";
import type { Client } from "openapi-fetch";
import type { ClientOptions } from "../client-options.ts";
import { createApiClient } from "../create-api-client.ts";
import { description } from "./description.ts";
import type { CapillaryOperations } from "./operations.ts";

export interface CapillaryClient extends CapillaryOperations {
  /**
   * The openapi-fetch client that the methods themselves use, for what they do not cover: same addresses, credentials,
   * limits, retries and times. Its types are not part of this package's promises.
   */
  readonly raw: Client<paths>;
}

/** The hosts of a cluster, or one address for everything (a mock, a proxy). */
export type CapillaryAddress =
  | {
      /** The cluster's host, by default the document's. */
      host?: string | undefined;
      /** The host of the cluster's file service, by default the document's. */
      fileServiceHost?: string | undefined;
      baseUrl?: undefined;
    }
  | { baseUrl: string; host?: undefined; fileServiceHost?: undefined };

export type CapillaryClientOptions = CapillaryAddress & ClientOptions<"capillary">;

/**
 * A client for Capillary's customer images and rewards files.
 *
 * @throws TypeError When an address is not one.
 */
export function createCapillaryClient(options: CapillaryClientOptions = {}): CapillaryClient {
  const document = { routes, limits, errorCodes };
  return createApiClient<paths, CapillaryOperations>(description, document, options);
}
