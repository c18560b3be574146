import { form } from "./form.ts";
import type { Peer } from "./peer.ts";

/**
 * `fetch` and nothing else.
 *
 * @param send Stands in for it.
 */
export function createPeer(baseUrl: string, send: typeof fetch = fetch): Peer {
  const json = async (request: Promise<Response>) => {
    const response = await request;
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  return {
    deleteImages(customerId, imageIds) {
      const query = new URLSearchParams(imageIds.map((id) => ["image_ids", String(id)]));
      const url = `${baseUrl}/v2/customers/${customerId}/deleteImage?${query}`;
      return json(send(url, { method: "DELETE" }));
    },
    async addImages(customerId, paths) {
      const url = `${baseUrl}/v2/customers/${customerId}/setImage`;
      return json(send(url, { method: "POST", body: await form(paths) }));
    },
  };
}
