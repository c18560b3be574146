import type { paths } from "@image-apis/types/capillary";
import createClient, { type Client } from "openapi-fetch";
import { blobs, formOf } from "./form.ts";
import type { Connected, Job } from "./peer.ts";
import { repeated, startAndEnd } from "./repeated.ts";

export function connect(baseUrl: string): Connected {
  const client = createClient<paths>({ baseUrl });
  const json = async (call: Promise<{ response: Response; data?: unknown }>) => {
    const { response, data } = await call;
    if (!response.ok) throw new Error(String(response.status));
    return data;
  };
  return {
    deleteImages: (customerId, image_ids) =>
      json(
        client.DELETE("/v2/customers/{customerId}/deleteImage", {
          params: { path: { customerId }, query: { image_ids } },
        }),
      ),
    addImages: async (customerId, paths) =>
      json(client.POST(setImage, options(customerId, formOf(await blobs(paths))))),
  };
}

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  const client: Client<paths> = createClient<paths>({ baseUrl });
  return repeated(job, (signal) =>
    startAndEnd(files, job, async () => {
      const form = options(customerId, formOf(files));
      return (await client.POST(setImage, { ...form, parseAs: "stream", signal })).response;
    }),
  );
}

const setImage = "/v2/customers/{customerId}/setImage";

function options(customerId: number, form: FormData) {
  return {
    params: { path: { customerId } },
    // The cast: its types do not take a form.
    body: form as never,
    bodySerializer: () => form,
  };
}
