import ky from "ky";
import { form } from "./form.ts";
import type { Peer } from "./peer.ts";

export function createPeer(baseUrl: string): Peer {
  const client = ky.create({ prefix: baseUrl });
  return {
    deleteImages(customerId, imageIds) {
      const searchParams = imageIds.map((id) => ["image_ids", id]) as [string, number][];
      return client.delete(`v2/customers/${customerId}/deleteImage`, { searchParams }).json();
    },
    async addImages(customerId, paths) {
      const body = await form(paths);
      return client.post(`v2/customers/${customerId}/setImage`, { body }).json();
    },
  };
}
