/** Requests of every kind: uploads, reads, deletes, and such as are refused. */
import { fixture } from "@image-apis/spec";
import type { Load } from "./load.ts";

export const authorization = {
  Authorization: `Basic ${Buffer.from("user:password").toString("base64")}`,
};
const front = fixture("front.png").bytes;
/** An image of 20 KB. */
export const image = new Uint8Array(20_480);
image.set(front.subarray(0, image.length));

/** As long as those of Node, browsers and curl; with a shorter one the search for it would be slower. */
const boundary = "----formdata-undici-012345678901";

/** A call that uploads a file so many times in one form. */
export function formLoad(file: Uint8Array, count: number): Load {
  const before = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="front.png"\r\nContent-Type: image/png\r\n\r\n`;
  const pieces = Array.from({ length: count }, () => [
    Buffer.from(before),
    file,
    Buffer.from("\r\n"),
  ]);
  return {
    method: "POST",
    path: "/v2/customers/565039505/setImage",
    headers: { ...authorization, "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: [...pieces.flat(), Buffer.from(`--${boundary}--\r\n`)],
  };
}

export const deleteLoad: Load = {
  method: "DELETE",
  path: "/v2/customers/564703420/deleteImage?image_ids=0&image_ids=1",
  headers: authorization,
  body: [],
};

export const putLoad: Load = {
  method: "PUT",
  path: "/api/v1/Person/123/Image",
  headers: { ...authorization, "Content-Type": "image/png" },
  body: [image],
};

const get = (path: string, headers: Record<string, string> = authorization): Load => ({
  method: "GET",
  path,
  headers,
  body: [],
});

export const mixedLoads: readonly Load[] = [
  formLoad(image, 1),
  putLoad,
  deleteLoad,
  get("/v2/customers/565039505?source=INSTORE&embed=CUSTOMERIMAGE"),
  get("/api/v1/Person/123/ImageInfo"),
  get("/api/v1/Person/123/Image"),
  get("/api/v1/Person/123/ImageInfo", {}),
  get("/nowhere"),
  { ...formLoad(image.subarray(0, 500), 2), path: "/v2/customers/565039505/setImage" },
  { ...putLoad, headers: { ...authorization, "Content-Type": "text/plain" } },
];
