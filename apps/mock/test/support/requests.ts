import { fixture } from "@image-apis/spec";
import type { Sent } from "./send.ts";

/** The header of made-up Basic credentials, which both APIs take. */
export const basic = { Authorization: `Basic ${Buffer.from("user:password").toString("base64")}` };

export const png = fixture("front.png").bytes;

/** A part as it stands in a form: its header lines and its bytes. */
export interface RawPart {
  headers: string[];
  body: Uint8Array | string;
}

/** A file part with a file name. */
export function filePart(
  body: Uint8Array | string,
  filename = "front.png",
  name = "file",
): RawPart {
  return {
    headers: [
      `Content-Disposition: form-data; name="${name}"; filename="${filename}"`,
      "Content-Type: image/png",
    ],
    body,
  };
}

/** A form, byte for byte. */
export function form(parts: RawPart[], boundary = "boundary"): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ headers, body }) => [
      Buffer.from(`--${boundary}\r\n${headers.map((it) => `${it}\r\n`).join("")}\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

export const formType = { "Content-Type": "multipart/form-data; boundary=boundary" };

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
