import axios from "axios";
import { addCustomerImage } from "../../../generated/orval/capillary.ts";
import { type Job, repeated } from "./repeated.ts";

export function upload(baseURL: string, customerId: number, files: File[], job: Job) {
  axios.defaults.baseURL = baseURL;
  return repeated(job, async (signal) => {
    const { status, data } = await addCustomerImage(
      customerId,
      { file: files },
      {
        signal,
        validateStatus: null,
        onUploadProgress: ({ loaded }) => job.onProgress(loaded),
      },
    );
    return Response.json(data, { status });
  });
}
