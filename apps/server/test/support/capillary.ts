import { fixture } from "@image-apis/spec";
import { filePart, form, formType } from "@image-apis/testing/forms";
import type { UsedServer } from "./server.ts";

/** A customer of the documents. */
export const customer = "/v2/customers/565039505";

/** Calls of Capillary, as a test makes them. */
export function capillaryCalls({ send, till }: UsedServer) {
  return {
    addImages: (...bodies: (Uint8Array | string)[]) =>
      send({
        method: "POST",
        target: `${customer}/setImage?source=INSTORE`,
        headers: { ...till(), ...formType },
        body: form(bodies.map((it) => filePart(it))),
      }),
    deleteImages: (...indexes: number[]) =>
      send({
        method: "DELETE",
        target: `${customer}/deleteImage?source=INSTORE&${indexes.map((it) => `image_ids=${it}`).join("&")}`,
        headers: till(),
      }),
    async addresses(): Promise<string[]> {
      const { json } = await send({
        target: `${customer}?source=INSTORE&embed=CUSTOMERIMAGE`,
        headers: till(),
      });
      return json().customerImage.map((it: { secureFilePath: string }) => it.secureFilePath);
    },
    putFile: (name: string, mediaType: string, body?: Uint8Array | string) =>
      send({
        method: "POST",
        target: `/api_gateway/file-service/rewards/${name}`,
        headers: { ...till(), ...(body !== undefined && { "Content-Type": mediaType }) },
        body,
      }),
  };
}

export const front = Buffer.from(fixture("front.png").bytes);
