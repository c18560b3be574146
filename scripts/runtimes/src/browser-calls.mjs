/** For runtimes without a disk: the image comes from the server. */
import * as client from "@image-apis/client";
import * as conversions from "@image-apis/client/conversions";
import * as validate from "@image-apis/client/validate";
import { calls } from "./calls.cjs";

export async function browserCalls(baseUrl) {
  const bytes = await (await fetch(`${baseUrl}/front.png`)).arrayBuffer();
  const file = new File([bytes], "front.png", { type: "image/png" });
  return calls({ client, conversions, validate }, baseUrl, bytes, file);
}
