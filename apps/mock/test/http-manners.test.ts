import { apiNames, loadDocument } from "@image-apis/spec";
import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { basic, filePart, form, formType, png, saveImage } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const mock = useMock();
const info = "/api/v1/Person/123/ImageInfo";

test("health says which APIs are served", async () => {
  const received = await mock.send({ target: "/__mock/health" });

  expect(received.status).toBe(200);
  expect(received.json()).toMatchObject({ status: "ok", apis: apiNames() });
});

test.each(apiNames())("the document of %s can be fetched", async (api) => {
  const received = await mock.send({ target: `/__mock/openapi/${api}.json` });

  expect(received.mediaType).toBe("application/json");
  expect(received.json()).toEqual(loadDocument(api));
});

test("what is not below /__mock is 404, and writing there 405", async () => {
  const unknown = await mock.send({ target: "/__mock/openapi/nobody.json" });
  expect(unknown.status).toBe(404);
  expect(unknown.json().detail).toMatch(/\/__mock\/health, \/__mock\/openapi\//);

  const written = await mock.send({
    method: "POST",
    target: "/__mock/health",
    headers: control,
    body: "x",
  });
  expect([written.status, written.headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("the page of the mock is also found with a slash at its end", async () => {
  expect((await mock.send({ target: "/__mock/" })).mediaType).toBe("text/html");
});

test("of the stream of events HEAD gives the headers, and POST is 405", async () => {
  const target = "/__mock/events";
  expect((await mock.send({ method: "HEAD", target })).mediaType).toBe("text/event-stream");
  expect((await mock.send({ method: "POST", target, headers: control })).status).toBe(405);
});

test("OPTIONS * lists every method", async () => {
  const received = await mock.send({ method: "OPTIONS", target: "*" });

  expect([received.status, received.headers.allow]).toEqual([
    204,
    "POST, DELETE, GET, PUT, HEAD, OPTIONS",
  ]);
});

test("the coding identity is none", async () => {
  const received = await mock.send(saveImage(png, { "Content-Encoding": "identity" }));

  expect(received.status).toBe(200);
});

test("an unknown path is 404", async () => {
  const received = await mock.send({ target: "/v2/customers/565039505/images", headers: basic });

  expect(received.status).toBe(404);
  expect(received.json()).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "No document describes the path /v2/customers/565039505/images.",
  });
});

test("a method that is not documented is 405 with Allow", async () => {
  const posted = await mock.send({ method: "POST", target: "/api/v1/Person/123/Image", body: "x" });
  expect(posted.status).toBe(405);
  expect(posted.headers.allow).toBe("GET, PUT, DELETE, HEAD, OPTIONS");

  const read = await mock.send({ target: "/v2/customers/lookup/setImage" });
  expect([read.status, read.headers.allow]).toEqual([405, "POST, OPTIONS"]);
});

test("HEAD answers as GET without the body, and only where GET is documented", async () => {
  const got = await mock.send({ target: info, headers: basic });
  const asked = await mock.send({ method: "HEAD", target: info, headers: basic });
  expect(asked.status).toBe(200);
  expect(asked.body).toHaveLength(0);
  expect(asked.headers["content-length"]).toBe(got.headers["content-length"]);

  const other = await mock.send({ method: "HEAD", target: "/v2/customers/lookup/setImage" });
  expect(other.status).toBe(405);
});

test("a literal path is found before one with a parameter", async () => {
  const target = "/v2/customers/lookup/setImage";
  const headers = { ...basic, ...formType };

  const received = await mock.send({
    method: "POST",
    target,
    headers,
    body: form([filePart(png)]),
  });

  expect(received.json().violations).toMatchObject([
    { name: "source" },
    { name: "identifierName" },
    { name: "identifierValue" },
  ]);
});

test("a request target may be absolute", async () => {
  expect((await mock.send({ target: `http://mock.example${info}`, headers: basic })).status).toBe(
    200,
  );
});

test.each([false, true])("a wrong media type is 415, chunked: %s", async (chunked) => {
  const received = await mock.send({
    ...saveImage(png, { "Content-Type": "image/webp" }),
    chunked,
  });

  expect(received.status).toBe(415);
  expect(received.mediaType).toBe("application/problem+json");
  expect(received.json().detail).toMatch(
    /^The body is "image\/webp"\. This operation takes image\/png, /,
  );
});

test("a body without a media type is 415, or bytes where those are documented", async () => {
  const { "Content-Type": _, ...headers } = saveImage(png).headers as Record<string, string>;
  const saved = await mock.send({ ...saveImage(png), headers });
  expect(saved.status).toBe(415);
  expect(saved.json().detail).toMatch(/^The body has no Content-Type\./);

  const target = "/api_gateway/file-service/rewards/test.png";
  expect((await mock.send({ method: "POST", target, headers: basic, body: png })).status).toBe(200);
});

test("a compressed body is 415", async () => {
  const received = await mock.send(saveImage(png, { "Content-Encoding": "gzip" }));

  expect(received.json().detail).toMatch(/Content-Encoding/);
  expect(received.status).toBe(415);
});

test("a body where none is documented is 415; a Content-Type alone is not", async () => {
  const target = "/v2/customers/564703420/deleteImage?image_ids=1";
  const headers = { ...basic, "Content-Type": "multipart/form-data" };

  expect((await mock.send({ method: "DELETE", target, headers, body: "x" })).status).toBe(415);
  expect((await mock.send({ method: "DELETE", target, headers })).status).toBe(200);
});

test("a chunked upload is an upload", async () => {
  expect((await mock.send({ ...saveImage(png), chunked: true })).body.toString()).toBe("167");
});

test("parameters of the media type do not count", async () => {
  const type = { "Content-Type": "IMAGE/PNG; charset=binary" };

  expect((await mock.send(saveImage(png, type))).status).toBe(200);
});

test("OPTIONS says what a path takes", async () => {
  const received = await mock.send({ method: "OPTIONS", target: info });

  expect([received.status, received.headers.allow]).toEqual([204, "GET, HEAD, OPTIONS"]);
  expect((await mock.send({ method: "OPTIONS", target: "/nowhere" })).status).toBe(404);
});

const page = "http://localhost:5173";
const ask = (Origin: string) => ({
  method: "OPTIONS",
  target: "/api/v1/Person/123/Image",
  headers: {
    Origin,
    "Access-Control-Request-Method": "PUT",
    "Access-Control-Request-Headers": "authorization,content-type",
  },
});

test.each([page, "https://elsewhere.example", "null"])(
  "a page of the origin %s may ask before it sends, without cookies",
  async (origin) => {
    const received = await mock.send(ask(origin));

    expect(received.status).toBe(204);
    expect(received.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "authorization,content-type",
    });
    expect(received.headers["access-control-allow-credentials"]).toBeUndefined();
  },
);

test("a page of any origin may read responses and refusals with their headers", async () => {
  const Origin = page;
  const answered = await mock.send({
    target: "/v2/customers/565039505?source=INSTORE",
    headers: { ...basic, Origin },
  });
  expect(answered.headers["access-control-allow-origin"]).toBe("*");
  expect(answered.headers["access-control-allow-credentials"]).toBeUndefined();
  expect(answered.headers["access-control-expose-headers"]).toMatch(/X-Cap-Requestid/);

  const refused = await mock.send({ target: info, headers: { Origin } });
  expect(refused.headers["access-control-expose-headers"]).toMatch(/WWW-Authenticate/);
});

test("a page of an origin that --cors-origin names may send cookies, and no other may", async () => {
  const named = await startMock({ port: 0, corsOrigin: [page, "https://app.example"] });
  for (const sent of [ask, (Origin: string) => ({ target: info, headers: { ...basic, Origin } })]) {
    const allowed = async (origin: string) => {
      const { headers } = await send(named.url, sent(origin));
      return [
        headers["access-control-allow-origin"],
        headers["access-control-allow-credentials"],
        headers.vary,
      ];
    };
    expect(await allowed(page)).toEqual([page, "true", "Origin"]);
    expect(await allowed("https://app.example")).toEqual(["https://app.example", "true", "Origin"]);
    expect(await allowed("http://localhost:5174")).toEqual(["*", undefined, "Origin"]);
    expect(await allowed("null")).toEqual(["*", undefined, "Origin"]);
  }
  await named.close();
});

test("without an origin there are no headers for one", async () => {
  const received = await mock.send({ target: info, headers: basic });

  expect(received.headers["access-control-allow-origin"]).toBeUndefined();
});
