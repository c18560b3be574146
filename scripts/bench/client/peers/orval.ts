import axios from "axios";
import { addCustomerImage, deleteCustomerImage } from "../generated/orval.ts";
import { blobs } from "./form.ts";
import type { Connected, Job } from "./peer.ts";
import { repeated } from "./repeated.ts";

export function connect(baseURL: string): Connected {
  axios.defaults.baseURL = baseURL;
  // Its own serializer writes image_ids[]=0, which no document describes.
  axios.defaults.paramsSerializer = { indexes: null };
  return {
    deleteImages: (customerId, image_ids) => deleteCustomerImage(customerId, { image_ids }),
    addImages: async (customerId, paths) =>
      addCustomerImage(customerId, { file: await blobs(paths) }),
  };
}

export function upload(baseURL: string, customerId: number, files: File[], job: Job) {
  axios.defaults.baseURL = baseURL;
  const onUploadProgress = ({ loaded }: { loaded: number }) => job.onProgress(loaded);
  return repeated(job, async (signal) => {
    const options = { signal, validateStatus: null, onUploadProgress };
    const { status, data } = await addCustomerImage(customerId, { file: files }, options);
    return Response.json(data, { status });
  });
}
