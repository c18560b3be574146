import { fixture } from "@image-apis/spec";

const authorization = `Basic ${Buffer.from("demo:demo").toString("base64")}`;

/** Sends the kinds of requests that a client team sends on its first day. */
export async function sendSamples(url: string): Promise<void> {
  const send = async (method: string, path: string, init: RequestInit = {}) => {
    const headers = { Authorization: authorization, ...init.headers };
    const response = await fetch(`${url}${path}`, { method, ...init, headers });
    await response.arrayBuffer();
  };
  const form = (...files: [name: string, file: string][]) => {
    const body = new FormData();
    for (const [name, file] of files) {
      const { bytes, mediaType } = fixture(file);
      body.append(name, new File([bytes], file, { type: mediaType }));
    }
    return { body };
  };
  const image = (file: string) => {
    const { bytes, mediaType } = fixture(file);
    return { body: bytes, headers: { "Content-Type": mediaType } };
  };
  const customer = "/v2/customers/565039505";

  await send("GET", `${customer}?source=INSTORE&embed=CUSTOMERIMAGE`);
  await send("POST", `${customer}/setImage`, form(["file", "under-minimum.png"]));
  await send("POST", `${customer}/setImage`, form(["FILE", "front.png"], ["FILE", "side.png"]));
  await send("PUT", "/api/v1/Person/123/Image", image("portrait.jpg"));
  await send("PUT", "/api/v1/Person/123/Image", image("portrait.webp"));
  await send("GET", "/api/v1/Person/123/Image");
  await send("GET", "/api/v1/Person/124/ImageInfo");
  await send("GET", "/api/v1/Person/123/ImageInfo", { headers: { Authorization: "" } });
  await send("POST", "/v2/customer/565039505/setImage", form(["file", "front.png"]));
  await send("DELETE", `${customer}/deleteImage?image_ids=1`);
  await send("DELETE", `${customer}/deleteImage?image_ids=9`);
  await send("GET", `${customer}?source=SHOP`, { headers: { Prefer: "fault=429" } });
  await send("POST", "/v2/customers/1/setImage", form(["file", "front.png"]));
  await send("POST", `${customer}/setImage`, form(["file", "front.png"], ["file", "text.png"]));
}
