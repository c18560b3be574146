/** Requests of every kind: uploads, reads, deletes, and such as are refused. */
import { fixture } from "@image-apis/spec";
import autocannon from "autocannon";

/** A request, as autocannon takes it. */
export type Load = Pick<autocannon.Request, "method" | "path" | "headers" | "body">;

const authorization = {
  Authorization: `Basic ${Buffer.from("user:password").toString("base64")}`,
};
/** An image of 20 KB. */
const image = Buffer.alloc(20_480, fixture("front.png").bytes);

/** As long as those of Node, browsers and curl; with a shorter one the search for it would be slower. */
const boundary = "----formdata-undici-012345678901";

/** A call that uploads a file so many times in one form. */
function formLoad(file: Uint8Array, count: number): Load {
  const before = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="front.png"\r\nContent-Type: image/png\r\n\r\n`;
  const part = [Buffer.from(before), file, Buffer.from("\r\n")];
  const parts = Array.from({ length: count }, () => part).flat();
  return {
    method: "POST",
    path: "/v2/customers/565039505/setImage",
    headers: { ...authorization, "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

const get = (path: string, headers = authorization): Load => ({ method: "GET", path, headers });

export const oneFile = formLoad(image, 1);
export const largestFiles = () => formLoad(fixture("at-maximum.png").bytes, 5);
export const twoIds: Load = {
  method: "DELETE",
  path: "/v2/customers/564703420/deleteImage?image_ids=0&image_ids=1",
  headers: authorization,
};
export const rawImage: Load = {
  method: "PUT",
  path: "/api/v1/Person/123/Image",
  headers: { ...authorization, "Content-Type": "image/png" },
  body: image,
};
export const mixed: readonly Load[] = [
  oneFile,
  rawImage,
  twoIds,
  get("/v2/customers/565039505?source=INSTORE&embed=CUSTOMERIMAGE"),
  get("/api/v1/Person/123/ImageInfo"),
  get("/api/v1/Person/123/Image"),
  { method: "GET", path: "/api/v1/Person/123/ImageInfo" },
  get("/nowhere"),
  formLoad(image.subarray(0, 500), 2),
  { ...rawImage, headers: { ...authorization, "Content-Type": "text/plain" } },
];

/** Sends requests in turn on so many connections: for some seconds, or an amount of them. */
export function send(
  url: string,
  requests: readonly Load[],
  options: { connections: number } & ({ duration: number } | { amount: number }),
): Promise<autocannon.Result> {
  return autocannon({ url, requests: [...requests], timeout: 600, sampleInt: 50, ...options });
}
