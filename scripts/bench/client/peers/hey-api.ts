import { client } from "../generated/hey-api/client.gen.ts";
import { addCustomerImage, deleteCustomerImage } from "../generated/hey-api/sdk.gen.ts";
import { blobs } from "./form.ts";
import type { Connected, Job } from "./peer.ts";
import { repeated, startAndEnd } from "./repeated.ts";

export function connect(baseUrl: string): Connected {
  client.setConfig({ baseUrl, throwOnError: true });
  return {
    deleteImages: (customerId, image_ids) =>
      deleteCustomerImage({ path: { customerId }, query: { image_ids } }),
    addImages: async (customerId, paths) =>
      addCustomerImage({ path: { customerId }, body: { file: await blobs(paths) } }),
  };
}

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  client.setConfig({ baseUrl });
  const call = { path: { customerId }, body: { file: files }, parseAs: "stream" } as const;
  return repeated(job, (signal) =>
    startAndEnd(files, job, async () => {
      const { response } = await addCustomerImage({ ...call, signal });
      if (response === undefined) throw new TypeError("There is no response.");
      return response;
    }),
  );
}
