import { client } from "../../../generated/hey-api/capillary/client.gen.ts";
import { addCustomerImage } from "../../../generated/hey-api/capillary/sdk.gen.ts";
import { type Job, repeated, sent } from "./repeated.ts";

export function upload(baseUrl: string, customerId: number, files: File[], job: Job) {
  client.setConfig({ baseUrl });
  return repeated(job, (signal) =>
    sent(files, job, async () => {
      const path = { customerId };
      const { response } = await addCustomerImage({
        path,
        body: { file: files },
        parseAs: "stream",
        signal,
      });
      if (response === undefined) throw new TypeError("no answer");
      return response;
    }),
  );
}
