import { type errorCodes, type operations, type paths, routes } from "@image-apis/types/capillary";
import type { Client } from "openapi-fetch";
import { baseAddress, serverAddress } from "../call/address.ts";
import type { ClientOptions } from "../client-options.ts";
import { createClientCore } from "../create-client.ts";
import { customerImages } from "./customer-images.ts";
import { failureIn } from "./failure.ts";
import type { CapillaryOperations } from "./operations.ts";
import { rewardsFiles } from "./rewards-files.ts";
import { tokenIn } from "./token-in.ts";
import { tokens } from "./tokens.ts";

export interface CapillaryClient extends CapillaryOperations {
  /**
   * openapi-fetch with the same host and credentials, for what the methods do not cover. Its types are not part of
   * this package's promises.
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
  const addresses = addressesOf(options);
  const { call, raw } = createClientCore<paths, operations, typeof errorCodes>(options, {
    vendor: {
      routes,
      rules: () => import("./rules.ts"),
      failureIn,
      requestIdHeader: "X-Cap-Requestid",
    },
    addressOf: (id) => (id === "uploadRewardsFile" ? addresses.fileService : addresses.api),
    rawAddress: addresses.api,
    authClient: {
      async getToken(key, secret) {
        const { data: body, response } = await methods
          .generateToken({ key, secret })
          .withResponse();
        return tokenIn(body, response);
      },
    },
  });
  const methods: CapillaryOperations = {
    ...customerImages(call),
    ...rewardsFiles(call),
    ...tokens(call),
  };
  return { ...methods, raw };
}

function addressesOf({ baseUrl, host, fileServiceHost }: CapillaryAddress) {
  if (baseUrl !== undefined) {
    const address = baseAddress(baseUrl);
    return { api: address, fileService: address };
  }
  return {
    api: serverAddress(routes.addCustomerImage.servers[0], { host }),
    fileService: serverAddress(routes.uploadRewardsFile.servers[0], { host: fileServiceHost }),
  };
}
