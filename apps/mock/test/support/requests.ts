import { fixture } from "@image-apis/spec";
import { formType } from "@image-apis/testing/forms";
import type { Sent } from "./send.ts";

/** The header of made-up Basic credentials, which both APIs take. */
export const basic = { Authorization: `Basic ${Buffer.from("user:password").toString("base64")}` };

export { filePart, form, formType, type RawPart } from "@image-apis/testing/forms";

export const png = fixture("front.png").bytes;

/** A call of the operation that takes one to five images of 10 KB to 49 MB. */
export function addImages(body: Uint8Array | string, headers = {}): Sent {
  return {
    method: "POST",
    target: "/v2/customers/565039505/setImage",
    headers: { ...basic, ...formType, ...headers },
    body,
  };
}

/** A call of the operation that takes one raw image of four types. */
export function saveImage(body: Uint8Array | string, headers = {}): Sent {
  return {
    method: "PUT",
    target: "/api/v1/Person/123/Image",
    headers: { ...basic, "Content-Type": "image/png", ...headers },
    body,
  };
}
