import {
  type errorCodes,
  type operations,
  type paths,
  routes,
} from "@image-apis/types/superoffice";
import type { Client } from "openapi-fetch";
import { baseAddress, serverAddress } from "../call/address.ts";
import type { ClientOptions } from "../client-options.ts";
import { createClientCore } from "../create-client.ts";
import { failureIn } from "./failure.ts";
import type { SuperOfficeOperations } from "./operations.ts";
import { personImages } from "./person-images.ts";

export interface SuperOfficeClient extends SuperOfficeOperations {
  /**
   * openapi-fetch with the same address and credentials, for what the methods do not cover. Its types are not part of
   * this package's promises.
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
  const address = addressOf(options);
  const { call, raw } = createClientCore<paths, operations, typeof errorCodes>(options, {
    vendor: { routes, rules: () => import("./rules.ts"), failureIn },
    addressOf: () => address,
    rawAddress: address,
    authClient: {},
  });
  return { ...personImages(call), raw };
}

function addressOf({ baseUrl, env, tenant }: SuperOfficeAddress): string {
  if (baseUrl !== undefined) return baseAddress(baseUrl);
  // The document's default is a made-up tenant, fit for a sample and for nothing else.
  if (tenant === undefined) throw new TypeError("tenant: pass your own, for example Cust12345.");
  return serverAddress(routes.savePersonImage.servers[0], { env, tenant });
}
