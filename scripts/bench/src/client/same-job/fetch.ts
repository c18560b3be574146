import { type Job, repeated, sent } from "./repeated.ts";

export const upload = (baseUrl: string, customerId: number, files: File[], job: Job) =>
  repeated(job, (signal) =>
    sent(files, job, (body) =>
      fetch(`${baseUrl}/v2/customers/${customerId}/setImage`, { method: "POST", body, signal }),
    ),
  );
