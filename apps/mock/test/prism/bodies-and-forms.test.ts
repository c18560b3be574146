import { createHash } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { startMock, startProxy } from "../../src/index.ts";
import { useMock } from "../support/mock.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "../support/requests.ts";
import { send } from "../support/send.ts";

/*
 * Bodies that a plain Prism refuses, misreads or corrupts, and the response that the author of a client would expect. Five
 * files of 49 MB in one form are in memory.test.ts.
 */

const mock = useMock();
const images = (...files: Uint8Array[]) =>
  mock.send(addImages(form(files.map((it) => filePart(it)))));
/** A PNG's bytes with anything after them. */
const padded = (bytes: number, fill = 0) => {
  const file = Buffer.alloc(bytes, fill);
  file.set(png.subarray(0, Math.min(bytes, 5000)));
  return file;
};
const codeOf = ({ json }: { json: () => { errors: { code: number }[] } }) => json().errors[0]?.code;

test.each([20_480, 9 * 1024 ** 2, 12 * 1024 ** 2, 49 * 1024 ** 2])(
  "PUT of an image of %i bytes is 200",
  async (bytes) => {
    expect((await mock.send(saveImage(padded(bytes)))).status).toBe(200);
  },
);

test.each([
  [1, 200],
  [5, 200],
  [6, 400],
])("%i files in the part `file` are %i", async (count, status) => {
  expect((await images(...Array(count).fill(png))).status).toBe(status);
});

test("a form with a file of 9 MB is 200", async () => {
  expect((await images(padded(9 * 1024 ** 2))).status).toBe(200);
});

test("the one limit of a size is that of the document, and the refusal says so", async () => {
  const received = await images(fixture("over-maximum.png").bytes);

  expect([received.status, received.mediaType]).toEqual([413, "application/problem+json"]);
  expect(received.json().detail).toMatch(/at most 51380224 are allowed/);
});

test("other calls are answered while a large form travels", async () => {
  const body = form([filePart(padded(40 * 1024 ** 2))]);
  const { method, target, headers } = addImages("");
  const { hostname, port } = new URL(mock.url());
  const upload = request({ method, path: target, headers, hostname, port, agent: false });
  upload.write(body.subarray(0, body.length / 2));
  await once(upload, "drain");

  expect((await mock.send({ target: "/__mock/health" })).status).toBe(200);

  upload.end(body.subarray(body.length / 2));
  const [response] = await once(upload, "response");
  response.resume();
  expect(response.statusCode).toBe(200);
});

test("bytes that are reserved in a URL are bytes like others", async () => {
  expect((await images(padded(20_480, "/".charCodeAt(0)), padded(20_480, 0x26))).status).toBe(200);
});

test("the size of every part counts, not only that of the last", async () => {
  expect(codeOf(await images(padded(5120), padded(20_480)))).toBe(8083);
  expect(codeOf(await images(padded(20_480), padded(5120)))).toBe(8083);
});

test("a size is in bytes, not in characters", async () => {
  // As UTF-8 these bytes have other lengths, shorter and longer.
  expect((await images(padded(10_240, 0xff))).status).toBe(200);
  expect(codeOf(await images(padded(10_239, 0xff)))).toBe(8083);
});

test.each([
  [1, 200],
  [2, 400],
  [6, 400],
])("%i files where the part is a single file are %i", async (count, status) => {
  const sent = saveImage(form(Array(count).fill(filePart(png))), formType);

  expect((await mock.send(sent)).status).toBe(status);
});

test("a form without the part is the documented error", async () => {
  expect(codeOf(await mock.send(addImages(form([filePart(png, "a.png", "other")]))))).toBe(8084);
});

test("text called .png is not an image", async () => {
  expect(codeOf(await images(padded(0), fixture("text.png").bytes))).toBe(8084);
});

test("no body at all is the documented error", async () => {
  expect(codeOf(await mock.send(addImages("")))).toBe(8084);
  expect((await mock.send(saveImage(""))).json().ErrorMessage).toMatch(/missing from body/);
});

test.each([false, true])("an undocumented media type is 415, chunked: %s", async (chunked) => {
  const sent = { ...saveImage(png, { "Content-Type": "image/webp" }), chunked };
  expect((await mock.send(sent)).status).toBe(415);
});

test("image bytes travel through the proxy unchanged, there and back", async () => {
  const target = await startMock({ port: 0, stateful: true });
  const proxy = await startProxy({ port: 0, target: target.url });
  const file = padded(9 * 1024 ** 2, 0xff);
  await send(proxy.url, saveImage(file));
  const back = await send(proxy.url, { target: "/api/v1/Person/123/Image", headers: basic });
  await proxy.close();
  await target.close();

  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  expect(sha256(back.body)).toBe(sha256(file));
});
