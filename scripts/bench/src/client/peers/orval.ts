import { openAsBlob } from "node:fs";
import axios from "axios";
import { addCustomerImage, deleteCustomerImage } from "../../../generated/orval/capillary.ts";
import type { Peer } from "./peer.ts";

export function createPeer(baseUrl: string): Peer {
  axios.defaults.baseURL = baseUrl;
  // Its own serializer writes image_ids[]=0, which no document describes.
  axios.defaults.paramsSerializer = { indexes: null };
  return {
    deleteImages: (customerId, image_ids) => deleteCustomerImage(customerId, { image_ids }),
    async addImages(customerId, paths) {
      const file = await Promise.all(paths.map((path) => openAsBlob(path, { type: "image/png" })));
      return addCustomerImage(customerId, { file });
    },
  };
}
