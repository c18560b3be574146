import { openAsBlob } from "node:fs";
import { client } from "../../../generated/hey-api/capillary/client.gen.ts";
import {
  addCustomerImage,
  deleteCustomerImage,
} from "../../../generated/hey-api/capillary/sdk.gen.ts";
import type { Peer } from "./peer.ts";

export function createPeer(baseUrl: string): Peer {
  client.setConfig({ baseUrl, throwOnError: true });
  return {
    deleteImages: (customerId, image_ids) =>
      deleteCustomerImage({ path: { customerId }, query: { image_ids } }),
    async addImages(customerId, paths) {
      const file = await Promise.all(paths.map((path) => openAsBlob(path, { type: "image/png" })));
      return addCustomerImage({ path: { customerId }, body: { file } });
    },
  };
}
