import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import {
  ApiError,
  createCapillaryClient,
  createSuperOfficeClient,
  LimitError,
  type Uploadable,
} from "../src/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

const front = () => fixtureFile("front.png");
const six = () => Array.from({ length: 6 }, front);

test.each<[what: string, files: () => Uploadable[], code: number | undefined, message: string]>([
  [
    "no file",
    () => [],
    8084,
    "files has 0 files; the documented minimum is 1. The vendor's answer would be 8084",
  ],
  ["six files", six, 8082, "files has 6 files; the documented maximum is 5"],
  [
    "a file one byte too small",
    () => [front(), fixtureFile("under-minimum.png")],
    8083,
    'files[1] ("under-minimum.png") has 10239 bytes; the documented minimum is 10240',
  ],
  [
    "a file one byte too large",
    () => [fixtureFile("over-maximum.png")],
    undefined,
    'files[0] ("over-maximum.png") has 51380225 bytes; the documented maximum is 51380224. The vendor publishes no code for it.',
  ],
  [
    "a text that says it is an image",
    () => [new File([fixture("text.png").bytes], "notes.png", { type: "image/png" })],
    8084,
    'files[0] ("notes.png") is text/plain; documented is image/*',
  ],
])("%s is refused with the vendor's code, and nothing is sent", async (_, files, code, message) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const error = await client.addCustomerImage({ customerId: 1, files: files() }).catch((it) => it);
  expect(error).toBeInstanceOf(LimitError);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    name: "LimitError",
    operationId: "addCustomerImage",
    code,
    status: undefined,
    response: undefined,
  });
  expect(error.message).toContain(message);
  expect(error.message).toMatch(/Nothing was sent\.$/);
  expect(server.requests).toEqual([]);
});

test("files exactly at the limits are sent", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const files = [fixtureFile("at-minimum.png"), fixtureFile("at-maximum.png")];
  await client.addCustomerImage({ customerId: 1, files });
  expect(server.only().parts.map((part) => part.sha1)).toEqual([
    sha1(fixture("at-minimum.png").bytes),
    sha1(fixture("at-maximum.png").bytes),
  ]);
});

test("an empty list of indexes is refused with the vendor's code", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await expect(client.deleteCustomerImage({ customerId: 1, imageIds: [] })).rejects.toMatchObject({
    name: "LimitError",
    argument: "imageIds",
    code: 8078,
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, image: () => Uploadable, message: string]>([
  ["an empty image", () => new Blob([], { type: "image/png" }), "image is empty"],
  [
    "a type that is not documented",
    () => fixtureFile("portrait.webp"),
    "image is sent as image/webp; documented is image/png, image/jpeg, image/gif, image/tiff, multipart/form-data",
  ],
])("SuperOffice: %s is refused; no code is published", async (_, image, message) => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const error = await client.savePersonImage({ personId: 1, image: image() }).catch((it) => it);
  expect(error).toBeInstanceOf(LimitError);
  expect(error.code).toBeUndefined();
  expect(error.message).toContain(message);
  expect(server.requests).toEqual([]);
});

test("a customer's source that is missing is refused with the vendor's code", async () => {
  const server = await captureServer();
  const missing = { customerId: 1 } as { customerId: number; source: "INSTORE" };
  const client = createCapillaryClient({ baseUrl: server.url });
  await expect(client.getCustomer(missing)).rejects.toMatchObject({
    name: "LimitError",
    code: 8016,
    argument: "source",
    message:
      "getCustomer: source is missing. The vendor's answer would be 8016, no source was sent. Nothing was sent.",
  });
  expect(server.requests).toEqual([]);
  await createCapillaryClient({ baseUrl: server.url, limits: "off" }).getCustomer(missing);
  expect(server.only().target).toBe("/v2/customers/1");
});

test("a form is held against the same media types", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("portrait.webp");
  await expect(
    client.savePersonImage({ personId: 1, image, mediaType: "multipart/form-data" }),
  ).rejects.toThrow('image ("portrait.webp") is image/webp; documented is image/png, image/jpeg');
  expect(server.requests).toEqual([]);
});

test("a rewards file may be small, but no text", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.uploadRewardsFile({ fileName: "tiny.png", file: fixtureFile("tiny.png") });
  const file = new File(["text"], "notes.txt", { type: "text/plain" });
  await expect(
    client.uploadRewardsFile({
      fileName: "notes.txt",
      file,
      mediaType: "application/octet-stream",
    }),
  ).rejects.toThrow(LimitError);
  expect(server.requests).toHaveLength(1);
});

test('limits: "off" sends every request a vendor is documented to refuse', async () => {
  const server = await captureServer();
  const capillary = createCapillaryClient({ baseUrl: server.url, limits: "off" });
  await capillary.addCustomerImage({ customerId: 1, files: [] });
  await capillary.addCustomerImage({ customerId: 1, files: six() });
  await capillary.addCustomerImage({ customerId: 1, files: [fixtureFile("under-minimum.png")] });
  await capillary.deleteCustomerImage({ customerId: 1, imageIds: [] });
  server.answer({ json: 167 });
  const superoffice = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  await superoffice.savePersonImage({ personId: 0, image: new Blob([]), mediaType: "image/png" });
  await superoffice.savePersonImage({ personId: 1, image: fixtureFile("portrait.webp") });

  const [none, many, small, unselected, empty, webp] = server.requests;
  expect(none?.headers["content-type"]).toContain("multipart/form-data; boundary=");
  expect(none?.parts).toEqual([]);
  expect(many?.parts).toHaveLength(6);
  expect(small?.parts[0]?.sha1).toBe(sha1(fixture("under-minimum.png").bytes));
  expect(unselected?.target).toBe("/v2/customers/1/deleteImage");
  expect(empty?.headers).toMatchObject({ "content-type": "image/png", "content-length": "0" });
  expect(webp?.headers["content-type"]).toBe("image/webp");
});
