import createClient from "openapi-fetch";
import type { paths } from "../../../../../packages/types/dist/generated/capillary/index.js";
import { form } from "./form.ts";
import type { Peer } from "./peer.ts";

export function createPeer(baseUrl: string): Peer {
  const client = createClient<paths>({ baseUrl });
  const data = async (answer: Promise<{ data?: unknown; error?: unknown }>) => {
    const { data, error } = await answer;
    if (data === undefined) throw new Error(JSON.stringify(error));
    return data;
  };
  return {
    deleteImages: (customerId, image_ids) =>
      data(
        client.DELETE("/v2/customers/{customerId}/deleteImage", {
          params: { path: { customerId }, query: { image_ids } },
        }),
      ),
    async addImages(customerId, paths) {
      const body = await form(paths);
      return data(
        client.POST("/v2/customers/{customerId}/setImage", {
          params: { path: { customerId } },
          // The cast: its types do not take a form.
          body: body as never,
          bodySerializer: () => body,
        }),
      );
    },
  };
}
