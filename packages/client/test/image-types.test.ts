import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import {
  createCapillaryClient,
  createSuperOfficeClient,
  LimitError,
  type Uploadable,
} from "../src/index.ts";
import { signatureLength, typeOfBytes } from "../src/upload/signatures.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { remember } from "./remember.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0));
/** A file that is large enough for every limit. */
const padded = (start: string, type: string, name = "a.bin") =>
  new File([bytesOf(start), new Uint8Array(11_000)], name, { type });

test.each([
  ["front.png", "image/png"],
  ["portrait.jpg", "image/jpeg"],
  ["portrait.gif", "image/gif"],
  ["portrait.tiff", "image/tiff"],
  ["portrait.webp", "image/webp"],
  ["text.png", "text/plain"],
])("%s is %s by its first bytes", (name, type) => {
  expect(typeOfBytes(fixture(name).bytes.subarray(0, 256), false)).toBe(type);
});

test.each([
  ["MM\0*", "image/tiff"],
  ["BM\x01\x02\x03\x04\0\0\0\0", "image/bmp"],
  ["\0\0\0\x20ftypavif", "image/avif"],
  ["\0\0\0\x20ftypheic", "image/heic"],
  ["\xff\x0a", "image/jxl"],
  ["\0\0\x01\0\x01", undefined],
  ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">', "image/svg+xml"],
  ["%PDF-1.7\n%\xe2\xe3\xcf\xd3", "application/pdf"],
  ["PK\x03\x04", "application/zip"],
  ["<!doctype html>", "text/plain"],
  ["<?xml version='1.0'?><note>", "text/plain"],
  [`<!-- ${"a licence ".repeat(30)}`.slice(0, 256), undefined],
  ["#?RADIANCE\n", undefined],
  ["GIF88a\0", "image/gif"],
  ["", undefined],
])("a file that begins with %j is %s", (start, type) => {
  const head = bytesOf(start);
  expect(typeOfBytes(head, head.length < signatureLength)).toBe(type);
});

test("text with the name and type of an image is refused with the vendor's code, and nothing is sent", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const files = [fixtureFile("front.png"), fixtureFile("text.png")];
  const error = await client.addCustomerImage({ customerId: 1, files }).catch((it) => it);
  expect(error).toBeInstanceOf(LimitError);
  expect(error).toMatchObject({ code: 8084, argument: "files[1]" });
  expect(error.message).toContain('files[1] ("text.png") is text/plain; documented is image/*');
  expect(server.requests).toEqual([]);
});

test("where any image may be sent, an unknown format passes with a warning", async () => {
  const server = await captureServer();
  const { logger, warnings } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger });
  const files = [padded("\x01\x02\x03\x04", "image/x-raw", "a.raw")];
  await client.addCustomerImage({ customerId: 1, files });
  expect(warnings).toEqual([
    'addCustomerImage: files[0] ("a.raw") has a format that is not known here.',
  ]);
  expect(server.only().parts[0]).toMatchObject({ mediaType: "image/x-raw" });
});

test.each<[what: string, image: Uploadable, message: string]>([
  ["an unknown format", padded("\x01\x02", "image/png"), "is of a format that is not known here"],
  ["a BMP that says it is a PNG", padded("BM????\0\0\0\0", "image/png"), "is image/bmp"],
  ["a PDF", padded("%PDF-1.7", "image/png"), "is application/pdf"],
])("SuperOffice takes its four formats only: %s is refused", async (_, image, message) => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await expect(client.savePersonImage({ personId: 1, image })).rejects.toMatchObject({
    name: "LimitError",
    message: expect.stringContaining(message),
  });
  expect(server.requests).toEqual([]);
});

test("when name, media type and bytes disagree there is a warning, and the bytes win for a raw body", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const { logger, warnings } = remember();
  const client = createSuperOfficeClient({ baseUrl: server.url, logger });
  const { bytes } = fixture("portrait.jpg");
  const image = new File([bytes], "portrait.gif", { type: "image/png" });
  await client.savePersonImage({ personId: 1, image });
  await client.savePersonImage({ personId: 1, image: bytes, mediaType: "image/tiff" });
  expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual([
    "image/jpeg",
    "image/jpeg",
  ]);
  expect(sha1(server.requests[0]?.body ?? new Uint8Array())).toBe(sha1(bytes));
  expect(warnings).toEqual([
    'savePersonImage: image ("portrait.gif") is image/gif by its name, but image/jpeg by its first bytes.',
    'savePersonImage: image ("portrait.gif") is image/png by its media type, but image/jpeg by its first bytes.',
    'savePersonImage: image ("image") is image/tiff by its media type, but image/jpeg by its first bytes.',
  ]);
});

test("in a form the declared type is sent, with a warning where the bytes tell another", async () => {
  const server = await captureServer();
  const { logger, warnings } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger });
  const file = new File([fixture("portrait.jpg").bytes], "portrait.jpg", { type: "image/png" });
  await client.addCustomerImage({ customerId: 1, files: [file] });
  expect(server.only().parts[0]?.mediaType).toBe("image/png");
  expect(warnings).toEqual([
    'addCustomerImage: files[0] ("portrait.jpg") is image/png by its media type, but image/jpeg by its first bytes.',
  ]);
});

test("a person's image without a type has that of its bytes", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await client.savePersonImage({ personId: 1, image: fixture("portrait.gif").bytes });
  expect(server.only().headers["content-type"]).toBe("image/gif");
});

test("the type of a stream is read from its first bytes, however they are cut", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const { bytes } = fixture("portrait.gif");
  const stream = () => {
    let sent = 0;
    return new ReadableStream<Uint8Array>({
      pull(it) {
        if (sent === bytes.length) return it.close();
        it.enqueue(bytes.subarray(sent, sent + (sent < 20 ? 1 : bytes.length)));
        sent = sent < 20 ? sent + 1 : bytes.length;
      },
    });
  };
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await client.savePersonImage({ personId: 1, image: { stream, size: bytes.length } });
  expect(server.only().headers["content-type"]).toBe("image/gif");
  expect(sha1(server.only().body)).toBe(sha1(bytes));
});

test('with limits: "off" the declared type stands, whatever the bytes are', async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  const image = new File([fixture("portrait.jpg").bytes], "a.png", { type: "image/png" });
  await client.savePersonImage({ personId: 1, image });
  await client.savePersonImage({ personId: 1, image: fixtureFile("text.png") });
  expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual([
    "image/png",
    "image/png",
  ]);
});

test("files that agree with themselves bring no warning", async () => {
  const server = await captureServer();
  const { logger, warnings } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger });
  const names = ["front.png", "portrait.jpg", "portrait.gif", "portrait.tiff", "portrait.webp"];
  await client.addCustomerImage({ customerId: 1, files: names.map(fixtureFile) });
  expect(warnings).toEqual([]);
});

test("an image that is only called bytes is sent as what it is", async () => {
  const server = await captureServer();
  const image = new File([fixture("front.png").bytes], "front", {
    type: "application/octet-stream",
  });
  await createCapillaryClient({ baseUrl: server.url }).addCustomerImage({
    customerId: 1,
    files: [image],
  });
  server.answer({ json: 167 });
  await createSuperOfficeClient({ baseUrl: server.url }).savePersonImage({ personId: 1, image });
  const [form, body] = server.requests;
  expect(form?.parts).toMatchObject([{ mediaType: "image/png" }]);
  expect(body?.headers["content-type"]).toBe("image/png");
});
