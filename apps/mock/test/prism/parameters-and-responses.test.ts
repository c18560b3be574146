import { describe, expect, test } from "vitest";
import { useMock } from "../support/mock.ts";
import { addImages, basic, filePart, form, png, saveImage } from "../support/requests.ts";

/*
 * Parameters, credentials, preferences and media types over which a plain Prism stumbles, and the response that the author
 * of a client would expect.
 */

const mock = useMock();
const remove = (query: string) =>
  mock.send({
    method: "DELETE",
    target: `/v2/customers/564703420/deleteImage${query}`,
    headers: basic,
  });
const info = (headers = {}) =>
  mock.send({ target: "/api/v1/Person/123/ImageInfo", headers: { ...basic, ...headers } });

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

  test("what the document names no error for is problem details, with the rule in the body", async () => {
    const received = await mock.send({ target: "/v2/customers/1?source=PIGEON", headers: basic });

    expect([received.status, received.mediaType]).toEqual([400, "application/problem+json"]);
    expect(received.json()).toMatchObject({
      title: "Bad Request",
      status: 400,
      violations: [{ in: "query", name: "source", reason: expect.stringMatching(/^must be /) }],
    });
    expect(received.headers["sl-violations"]).toBeUndefined();
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
    expect(received.headers["www-authenticate"]).toMatch(/^Basic .*SoTicket .*Bearer /);
    expect(received.json().headers).toBeUndefined();
  });

  test.each([
    ["Basic", { ...basic }],
    ["SOTicket", { Authorization: "SOTicket 7T:abc" }],
    ["sOTiCKET", { Authorization: "sOTiCKET 7T:abc" }],
    ["Bearer", { Authorization: "Bearer abc" }],
    ["a ticket with SO-AppToken", { Authorization: "SOTicket 7T:abc", "SO-AppToken": "abc" }],
    [
      "the XSRF header with the session",
      { "X-XSRF-TOKEN": "abc", Cookie: "ASP.NET_SessionId=abc" },
    ],
  ])("%s is enough", async (_, headers) => {
    const target = "/api/v1/Person/123/ImageInfo";
    expect((await mock.send({ target, headers })).status).toBe(200);
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

  test("an example of another status alone is 400, and says with which code to ask for it", async () => {
    const Prefer = "example=400-customer-not-found";
    const received = await mock.send(addImages(form([filePart(png)]), { Prefer }));

    expect(received.status).toBe(400);
    expect(received.json().detail).toMatch(/ask for code=400, example=400-customer-not-found/);
  });

  test.each([
    ["code=400, example=400-customer-not-found", 8015],
    ["code=200", 8083],
  ])("a faulty request may choose among errors only: %s", async (Prefer, code) => {
    const small = addImages(form([filePart(png.subarray(0, 500))]), { Prefer });

    expect((await mock.send(small)).json().errors[0].code).toBe(code);
  });

  test("a preference in the query is not a preference: it would be an undocumented parameter", async () => {
    const target = "/v2/customers/565039505/setImage?__code=400&__example=400-customer-not-found";

    expect((await mock.send({ ...addImages(form([filePart(png)])), target })).status).toBe(200);
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
