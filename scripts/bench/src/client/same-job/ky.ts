import ky from "ky";
import type { Job } from "./repeated.ts";

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  const body = new FormData();
  for (const file of files) body.append("file", file);
  return ky
    .post(`${baseUrl}/v2/customers/${customerId}/setImage`, {
      body,
      signal: job.signal,
      timeout: 120_000,
      retry: { limit: 2, methods: ["post"], statusCodes: [429, 503] },
      onUploadProgress: ({ transferredBytes }) => job.onProgress(transferredBytes),
    })
    .json();
}
