import { createCapillaryClient } from "../../../../../packages/client/dist/generated/capillary/index.js";
import { fileFromPath } from "../../../../../packages/client/dist/node/index.js";
import type { Peer } from "./peer.ts";

export function createPeer(baseUrl: string): Peer {
  const client = createCapillaryClient({ baseUrl });
  return {
    deleteImages: async (customerId, imageIds) =>
      client.deleteCustomerImage({ customerId, imageIds }),
    async addImages(customerId, paths) {
      const files = await Promise.all(paths.map((path) => fileFromPath(path)));
      return client.addCustomerImage({ customerId, files });
    },
    addBytes: async (customerId, files) => client.addCustomerImage({ customerId, files }),
  };
}
