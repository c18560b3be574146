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
  const setImage = (customerId: number) => `${baseUrl}/v2/customers/${customerId}/setImage`;
  return {
    deleteImages(customerId, imageIds) {
      const query = new URLSearchParams(imageIds.map((id) => ["image_ids", String(id)]));
      const url = `${baseUrl}/v2/customers/${customerId}/deleteImage?${query}`;
      return json(send(url, { method: "DELETE" }));
    },
    async addImages(customerId, paths) {
      return json(send(setImage(customerId), { method: "POST", body: await form(paths) }));
    },
    addBytes(customerId, files) {
      const body = new FormData();
      for (const file of files) body.append("file", new File([file], "image.png"));
      return json(send(setImage(customerId), { method: "POST", body }));
    },
  };
}
