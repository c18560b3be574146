import { createCapillaryClient } from "@image-apis/client/capillary";
import { fileFromPath } from "@image-apis/client/node";
import type { Connected, Job } from "./peer.ts";

export function connect(baseUrl: string): Connected {
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

export async function upload(
  baseUrl: string,
  customerId: number,
  files: File[],
  { signal, onProgress }: Job,
) {
  return createCapillaryClient({ baseUrl }).addCustomerImage({
    customerId,
    files,
    signal,
    onProgress: ({ loaded }) => onProgress(loaded),
  });
}
