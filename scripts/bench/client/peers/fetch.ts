import { blobs, formOf } from "./form.ts";
import type { Connected, Job } from "./peer.ts";
import { repeated, startAndEnd } from "./repeated.ts";

/**
 * `fetch` and nothing else.
 *
 * @param send Stands in for it.
 */
export function connect(baseUrl: string, send: typeof fetch = fetch): Connected {
  const json = async (request: Promise<Response>) => {
    const response = await request;
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  const post = (customerId: number, files: Blob[]) =>
    json(send(address(baseUrl, customerId), { method: "POST", body: formOf(files) }));
  return {
    deleteImages(customerId, imageIds) {
      const query = new URLSearchParams(imageIds.map((id) => ["image_ids", String(id)]));
      const url = `${baseUrl}/v2/customers/${customerId}/deleteImage?${query}`;
      return json(send(url, { method: "DELETE" }));
    },
    addImages: async (customerId, paths) => post(customerId, await blobs(paths)),
    addBytes: (customerId, files) =>
      post(
        customerId,
        files.map((file) => new Blob([file])),
      ),
  };
}

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  const body = formOf(files);
  return repeated(job, (signal) =>
    startAndEnd(files, job, () =>
      fetch(address(baseUrl, customerId), { method: "POST", body, signal }),
    ),
  );
}

const address = (baseUrl: string, customerId: number) =>
  `${baseUrl}/v2/customers/${customerId}/setImage`;
