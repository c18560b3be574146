import { createCapillaryClient } from "../../../../../packages/client/dist/generated/capillary/index.js";
import type { Job } from "./repeated.ts";

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  const { signal } = job;
  const onProgress = ({ loaded }: { loaded: number }) => job.onProgress(loaded);
  return createCapillaryClient({ baseUrl }).addCustomerImage({
    customerId,
    files,
    signal,
    onProgress,
  });
}
