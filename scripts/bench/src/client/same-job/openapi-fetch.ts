import createClient from "openapi-fetch";
import type { paths } from "../../../../../packages/types/dist/generated/capillary/index.js";
import { type Job, repeated, sent } from "./repeated.ts";

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  const client = createClient<paths>({ baseUrl });
  return repeated(job, (signal) =>
    sent(files, job, async (form) => {
      const { response } = await client.POST("/v2/customers/{customerId}/setImage", {
        params: { path: { customerId } },
        // The cast: its types do not take a form.
        body: form as never,
        bodySerializer: () => form,
        parseAs: "stream",
        signal,
      });
      return response;
    }),
  );
}
