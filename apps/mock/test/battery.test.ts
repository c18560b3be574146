import { createHash } from "node:crypto";
import { fixture } from "@image-apis/spec";
import { describe, expect, test, vi } from "vitest";
import { startMock, startProxy } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

/*
 * What stumbles over a plain Prism, case by case, with the answer that the author of a client would expect. The cases
 * of hostile file names and malformed requests are in survives.test.ts, those of memory in memory.test.ts.
 */

vi.setConfig({ testTimeout: 30_000 });

const mock = useMock();
const images = (...files: Uint8Array[]) =>
  mock.send(addImages(form(files.map((it) => filePart(it)))));
const remove = (query: string) =>
  mock.send({
    method: "DELETE",
    target: `/v2/customers/564703420/deleteImage${query}`,
    headers: basic,
  });
const info = (headers = {}) =>
  mock.send({ target: "/api/v1/Person/123/ImageInfo", headers: { ...basic, ...headers } });
/** A PNG's bytes with anything after them. */
const padded = (bytes: number, fill = 0) => {
  const file = Buffer.alloc(bytes, fill);
  file.set(png.subarray(0, Math.min(bytes, 5000)));
  return file;
};
const codeOf = ({ json }: { json: () => { errors: { code: number }[] } }) => json().errors[0]?.code;

describe("bodies and forms", () => {
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

  test("bytes that are reserved in a URL are bytes like others", async () => {
    expect((await images(padded(20_480, "/".charCodeAt(0)), padded(20_480, 0x26))).status).toBe(
      200,
    );
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

  test("a single file is one file: two are refused", async () => {
    const two = form([filePart(png), filePart(png)]);
    expect((await mock.send(saveImage(two, formType))).status).toBe(400);
    expect((await mock.send(saveImage(form([filePart(png)]), formType))).status).toBe(200);
  });

  test("a form without the part is the documented error", async () => {
    expect(codeOf(await mock.send(addImages(form([filePart(png, "a.png", "other")]))))).toBe(8084);
  });

  test("text called .png is no image", async () => {
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
});

describe("parameters", () => {
  test.each([
    ["?image_ids=0&image_ids=1", 200],
    ["?image_ids=1", 200],
    ["?image_ids=0,1", 400],
    ["?image_ids[]=1", 400],
    ["", 400],
    ["?image_ids=", 400],
    ["?image_ids=x", 400],
    ["?image_ids=-1", 400],
  ])("image_ids as %j is %i", async (query, status) => {
    expect((await remove(query)).status).toBe(status);
  });

  test("violations name a parameter as the document spells it", async () => {
    const target = "/v2/customers/lookup/setImage?source=INSTORE";
    const received = await mock.send({ ...addImages(form([filePart(png)])), target });

    expect(received.json().violations.map((it: { name: string }) => it.name)).toEqual([
      "identifierName",
      "identifierValue",
    ]);
  });

  test("a missing source is never `image too small`", async () => {
    const sent = { ...addImages(form([filePart(png)])), target: "/v2/customers/lookup/setImage" };
    const received = await mock.send(sent);

    expect([received.status, received.mediaType]).toEqual([400, "application/problem+json"]);
    expect(received.json().detail).toMatch(/"source" is required/);
  });

  test.each(["a%2Fc.png", "a%20c.png", "a%5Cc.png"])(
    "the file name %s stays one path segment",
    async (name) => {
      const target = `/api_gateway/file-service/rewards/${name}`;
      const headers = { ...basic, "Content-Type": "image/png" };
      expect((await mock.send({ method: "POST", target, headers, body: png })).status).toBe(200);
    },
  );
});

describe("security", () => {
  test.each([
    ["none", {}],
    ["a wrong scheme", { Authorization: "Digest x" }],
    ["malformed Basic", { Authorization: "Basic x" }],
  ])("%s is 401 with every challenge, in the header alone", async (_, headers) => {
    const received = await mock.send({ target: "/api/v1/Person/123/ImageInfo", headers });

    expect(received.status).toBe(401);
    expect(received.headers["www-authenticate"]).toMatch(/^Basic .*SOTicket .*Bearer /);
    expect(received.json().headers).toBeUndefined();
  });

  test("a Basic password may hold a colon", async () => {
    const encoded = Buffer.from("user:pass:word").toString("base64");
    expect((await info({ Authorization: `Basic ${encoded}` })).status).toBe(200);
  });
});

describe("Prefer", () => {
  test.each([
    ["code=400", 400],
    ["code=400, example=400-customer-not-found", 400],
    ["code=400, example=unknown", 400],
    ["code=418", 404],
    ["code=abc", 404],
    ["dynamic=true", 200],
  ])("%s is %i", async (Prefer, status) => {
    const received = await mock.send(addImages(form([filePart(png)]), { Prefer }));
    expect(received.status).toBe(status);
  });

  test("a preference does not leak into the next request", async () => {
    await info({ Prefer: "example=200-no-image" });
    expect((await info()).json().BlobId).toBe(167);
  });
});

describe("negotiation and HTTP", () => {
  test.each([
    ["application/xml", "<int>167</int>"],
    ["text/json", "167"],
    ["application/xml;q=0.5, application/json", "167"],
    ["application/json;q=0.5, text/xml", "<int>167</int>"],
  ])("a number accepted as %s is %s", async (Accept, body) => {
    expect((await mock.send(saveImage(png, { Accept }))).body.toString()).toBe(body);
  });

  test("what was accepted does not leak into the next request", async () => {
    await mock.send(saveImage(png, { Accept: "text/xml" }));
    expect((await mock.send(saveImage(png))).mediaType).toBe("application/json");
  });

  test("an unknown media type is 406", async () => {
    expect((await info({ Accept: "image/avif" })).status).toBe(406);
  });

  test("an unknown path is 404, an unknown method 405 with Allow, HEAD answers", async () => {
    expect((await mock.send({ target: "/nowhere" })).status).toBe(404);
    const refused = await mock.send({ method: "PATCH", target: "/api/v1/Person/123/Image" });
    expect([refused.status, refused.headers.allow]).toEqual([
      405,
      "GET, PUT, DELETE, HEAD, OPTIONS",
    ]);
    const target = "/api/v1/Person/123/ImageInfo";
    expect((await mock.send({ method: "HEAD", target, headers: basic })).status).toBe(200);
  });

  test("a preflight is 204", async () => {
    const headers = { Origin: "http://a.example", "Access-Control-Request-Method": "PUT" };
    const target = "/api/v1/Person/123/Image";
    expect((await mock.send({ method: "OPTIONS", target, headers })).status).toBe(204);
  });
});

test("a JSON body is validated, whatever dialect the document names", async () => {
  const post = (body: unknown) =>
    mock.send({
      method: "POST",
      target: "/v3/oauth/token/generate",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  expect((await post({ key: "a", secret: "b" })).status).toBe(200);
  for (const wrong of [{}, { key: 1, secret: "b" }, [], "text", null]) {
    expect((await post(wrong)).status, JSON.stringify(wrong)).toBe(400);
  }
});
