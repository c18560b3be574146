import ky from "ky";
import { blobs, formOf } from "./form.ts";
import type { Connected, Job } from "./peer.ts";

export function connect(baseUrl: string): Connected {
  const client = ky.create({ prefix: baseUrl });
  return {
    deleteImages(customerId, imageIds) {
      const searchParams = imageIds.map((id): [string, number] => ["image_ids", id]);
      return client.delete(`v2/customers/${customerId}/deleteImage`, { searchParams }).json();
    },
    async addImages(customerId, paths) {
      const body = formOf(await blobs(paths));
      return client.post(`v2/customers/${customerId}/setImage`, { body }).json();
    },
  };
}

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  return ky
    .post(`${baseUrl}/v2/customers/${customerId}/setImage`, {
      body: formOf(files),
      signal: job.signal,
      timeout: 120_000,
      retry: { limit: 2, methods: ["post"], statusCodes: [429, 503] },
      onUploadProgress: ({ transferredBytes }) => job.onProgress(transferredBytes),
    })
    .json();
}
