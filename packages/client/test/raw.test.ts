import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import {
  basicAuth,
  bearer,
  createCapillaryClient,
  createSuperOfficeClient,
  LimitError,
  oauth,
  oauthToken,
  TimeoutError,
  UnreadableResponseError,
} from "../src/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { answers, closes, keepsSilent, misbehavingServer } from "./misbehaving-server.ts";
import { remember } from "./remember.ts";

const customer = { path: { customerId: 1 } };
const get = { params: { ...customer, query: { source: "INSTORE" } } } as const;
const setImage = "/v2/customers/{customerId}/setImage";
const image = "/api/v1/Person/{personId}/Image";
const front = { name: "file", filename: "front.png", sha1: sha1(fixture("front.png").bytes) };

test("a file in a typed body becomes a form, and a file of its own the body itself; never JSON", async () => {
  const server = await captureServer();
  const { raw: capillary } = createCapillaryClient({ baseUrl: server.url });
  const { raw: superoffice } = createSuperOfficeClient({ baseUrl: server.url });
  const file = fixtureFile("front.png");
  await capillary.POST(setImage, { params: customer, body: { file: [file, file] } });
  await superoffice.PUT(image, { params: { path: { personId: 7 } }, body: { file } });
  await superoffice.PUT(image, { params: { path: { personId: 7 } }, body: file });
  const [two, one, bytes] = server.requests;
  expect(two?.parts).toMatchObject([front, front]);
  expect(one?.parts).toMatchObject([front]);
  expect(bytes?.headers["content-type"]).toBe("image/png");
  expect(sha1(bytes?.body ?? new Uint8Array())).toBe(front.sha1);
});

test("a form that the caller wrote keeps every part", async () => {
  const server = await captureServer();
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const form = new FormData();
  form.append("note", "é");
  form.append("file", fixtureFile("front.png"));
  form.append("note", "b");
  await raw.POST(setImage, { params: customer, body: form as never });
  expect(server.only().parts).toMatchObject([front]);
  expect(server.only().fields).toEqual([
    ["note", "é"],
    ["note", "b"],
  ]);
});

test("JSON, texts and forms of a path that no document has are sent as a fetch would", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  // The cast: openapi-fetch knows the documented paths only.
  const raw = client.raw as unknown as {
    POST(path: string, init: object): Promise<{ data: unknown }>;
  };
  await raw.POST("/other", { body: { a: 1 } });
  await raw.POST("/other", { body: new URLSearchParams({ a: "é" }) });
  await raw.POST("/other", {
    body: { a: "b" },
    bodySerializer: () => "<a/>",
    headers: { "Content-Type": "text/xml" },
  });
  await raw.POST("/other", { body: { file: fixtureFile("front.png"), more: { b: 2 } } });
  await raw.POST("/other", {
    body: "text",
    headers: new Headers({ "Content-Type": "text/plain" }),
  });
  const seen = server.requests.map(({ headers, body }) => `${headers["content-type"]} ${body}`);
  expect(seen.slice(0, 3)).toEqual([
    'application/json {"a":1}',
    "application/x-www-form-urlencoded;charset=UTF-8 a=%C3%A9",
    "text/xml <a/>",
  ]);
  expect(server.requests[3]?.parts).toMatchObject([front]);
  expect(server.requests[3]?.fields).toEqual([["more", '{"b":2}']]);
  expect(seen[4]).toBe("text/plain text");
});

test("each documented path goes to its own host, with the credentials it takes", async () => {
  const seen: string[] = [];
  const fetch = async ({ url, headers }: Request) => {
    seen.push(`${new URL(url).host} ${headers.get("authorization") ?? "bare"}`);
    return Response.json({});
  };
  const auth = basicAuth({ username: "t", passwordMd5: "0" });
  const { raw } = createCapillaryClient({ fetch, auth });
  await raw.GET("/v2/customers/{customerId}", get);
  await raw.POST("/api_gateway/file-service/rewards/{fileName}", {
    params: { path: { fileName: "a.png" } },
  });
  await raw.POST("/v3/oauth/token/generate", { body: { key: "k", secret: "s" } });
  expect(seen).toEqual([
    `eu.api.capillarytech.com Basic ${btoa("t:0")}`,
    `eucrm.cc.capillarytech.com Basic ${btoa("t:0")}`,
    "eu.api.capillarytech.com bare",
  ]);
});

test.each(["@elsewhere.example/a", ".elsewhere.example/a", "v2/customers"])(
  "a path %j, which could name another host, is refused",
  async (path) => {
    const fetch = async () => Response.json({});
    const { raw } = createCapillaryClient({ fetch, auth: oauthToken("EXAMPLE") });
    await expect(raw.GET(path as never, {} as never)).rejects.toThrow("start with a slash");
  },
);

test("a 401 renews the token once, and the answer to the second attempt is the result", async () => {
  const busy = await misbehavingServer(
    answers(200, { data: { accessToken: "one", ttlSeconds: 300 } }),
    answers(401, {}),
    answers(200, { data: { accessToken: "two", ttlSeconds: 300 } }),
    answers(200, { id: 1 }),
  );
  const auth = oauth({ key: "k", secret: "s" });
  const { raw } = createCapillaryClient({ baseUrl: busy.url, auth });
  const { data, response } = await raw.GET("/v2/customers/{customerId}", get);
  expect(response.status).toBe(200);
  expect(data).toEqual({ id: 1 });
  expect(busy.received).toHaveLength(4);
});

test("503 is repeated and told to the logger; what stays a failure is openapi-fetch's error", async () => {
  const { logger, warnings } = remember();
  const passing = await misbehavingServer(
    answers(503, {}, { "Retry-After": "0" }),
    answers(200, { id: 2 }),
  );
  const { raw } = createCapillaryClient({ baseUrl: passing.url, logger });
  expect((await raw.GET("/v2/customers/{customerId}", get)).data).toEqual({ id: 2 });
  expect(warnings).toHaveLength(1);
  const staying = await misbehavingServer(answers(503, { why: "maintenance" }));
  const other = createCapillaryClient({ baseUrl: staying.url, maxRetries: 0 });
  const { data, error, response } = await other.raw.GET("/v2/customers/{customerId}", get);
  expect([data, error, response.status]).toEqual([undefined, { why: "maintenance" }, 503]);
  const failing = await misbehavingServer(answers(400, { errors: [{ code: 8015 }] }));
  const third = createCapillaryClient({ baseUrl: failing.url });
  expect((await third.raw.GET("/v2/customers/{customerId}", get)).error).toEqual({
    errors: [{ code: 8015 }],
  });
  expect(failing.received).toHaveLength(1);
});

test("what may not be done twice is not repeated", async () => {
  const server = await misbehavingServer(closes);
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const body = { file: [fixtureFile("front.png")] };
  await expect(raw.POST(setImage, { params: customer, body })).rejects.toMatchObject({
    name: "ConnectionError",
  });
  await expect(
    raw.DELETE("/v2/customers/{customerId}/deleteImage", {
      params: { ...customer, query: { image_ids: [0] } },
    }),
  ).rejects.toMatchObject({ name: "ConnectionError" });
  expect(server.received).toHaveLength(2);
});

test("times and signals of the client and of the call hold", async () => {
  const server = await misbehavingServer(keepsSilent);
  const { raw } = createCapillaryClient({
    baseUrl: server.url,
    maxRetries: 0,
    timeouts: { attempt: 100 },
  });
  await expect(raw.GET("/v2/customers/{customerId}", get)).rejects.toThrow(TimeoutError);
  const signal = AbortSignal.abort("enough");
  await expect(raw.GET("/v2/customers/{customerId}", { ...get, signal })).rejects.toMatchObject({
    name: "AbortError",
    cause: "enough",
  });
  expect(server.received).toHaveLength(1);
});

test("no number is rounded on its way out or back", async () => {
  const server = await captureServer();
  server.answer({
    headers: { "Content-Type": "application/json" },
    body: '{"id":9007199254740993}',
  });
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const large = { path: { customerId: 9007199254740993n as never }, query: get.params.query };
  await expect(raw.GET("/v2/customers/{customerId}", { params: large })).rejects.toThrow(
    UnreadableResponseError,
  );
  expect(server.only().target).toBe("/v2/customers/9007199254740993?source=INSTORE");
  const { data } = await raw.GET("/v2/customers/{customerId}", { params: large, parseAs: "text" });
  expect(data).toBe('{"id":9007199254740993}');
  const rounded = { path: { customerId: 2 ** 53 }, query: get.params.query };
  await expect(raw.GET("/v2/customers/{customerId}", { params: rounded })).rejects.toThrow(
    "params.path.customerId: 9007199254740992 is not an exact 64-bit whole number.",
  );
  await expect(
    raw.POST("/api_gateway/file-service/rewards/{fileName}", {
      params: { path: { fileName: ".." } },
    }),
  ).rejects.toThrow('params.path.fileName: ".." cannot be a segment of the path');
  expect(server.requests).toHaveLength(2);
});

test.each([
  ["six files", { file: Array.from({ length: 6 }, () => fixtureFile("front.png")) }, 8082],
  ["no file", { file: [] }, 8084],
  ["a small file", { file: [fixtureFile("tiny.png")] }, 8083],
])("the documented limits hold for %s", async (_, body, code) => {
  const server = await captureServer();
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const error = await raw.POST(setImage, { params: customer, body }).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(LimitError);
  expect(error).toMatchObject({ code, operationId: "addCustomerImage" });
  expect(server.requests).toEqual([]);
  const unlimited = createCapillaryClient({ baseUrl: server.url, limits: "off" });
  await unlimited.raw.POST(setImage, { params: customer, body });
  expect(server.only().parts).toHaveLength(body.file.length);
});

test("a delete without indexes, which would vanish from the query, is refused", async () => {
  const server = await captureServer();
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const params = { ...customer, query: { image_ids: [] } };
  await expect(raw.DELETE("/v2/customers/{customerId}/deleteImage", { params })).rejects.toThrow(
    LimitError,
  );
  expect(server.requests).toEqual([]);
});

test("middleware of openapi-fetch is its own, for raw and for the methods", async () => {
  const server = await captureServer();
  server.answer({ json: { data: [], errors: [] } });
  const client = createCapillaryClient({ baseUrl: server.url });
  const seen: string[] = [];
  const middleware = {
    onRequest: ({ request }: { request: Request }) => {
      expect(request).toBeInstanceOf(Request);
      seen.push(`${request.method} ${request.headers.get("content-type")?.split(";")[0]}`);
      const headers = new Headers(request.headers);
      headers.set("X-Own", "8");
      return new Request(request, { headers });
    },
    onResponse: async ({ response }: { response: Response }) => {
      const body = (await response.json()) as object;
      return Response.json({ ...body, seen: true }, response);
    },
  };
  expect(client.raw.use(middleware)).toBeUndefined();
  const body = { file: [fixtureFile("front.png")] };
  const { data } = await client.raw.POST(setImage, { params: customer, body });
  expect(data).toMatchObject({ seen: true });
  const added = await client.addCustomerImage({ customerId: 1, files: body.file });
  expect(added).toMatchObject({ seen: true });
  expect(seen).toEqual(["POST multipart/form-data", "POST multipart/form-data"]);
  for (const { headers, parts } of server.requests) {
    expect(headers["x-own"]).toBe("8");
    expect(parts).toMatchObject([front]);
  }
  client.raw.eject(middleware);
  await client.addCustomerImage({ customerId: 1, files: body.file });
  expect(server.requests.at(-1)?.headers).not.toHaveProperty("x-own");
});

test("middleware that only looks leaves the upload as it is, and what it answers is read", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, auth: bearer("EXAMPLE") });
  server.answer({ json: 167 });
  client.raw.use({ onRequest: ({ request }) => request.headers.set("X-Own", "8") as undefined });
  const file = fixtureFile("front.png");
  const stream = { stream: () => file.stream(), size: file.size, type: "image/png" };
  expect(await client.savePersonImage({ personId: 1, image: stream })).toBe(167);
  expect(server.only().headers).toMatchObject({
    "x-own": "8",
    "content-type": "image/png",
    "content-length": String(file.size),
    authorization: "Bearer EXAMPLE",
  });
  client.raw.use({
    onRequest: () => Response.json({ Error: true, ErrorType: "A", ErrorMessage: "B" }),
  });
  await expect(client.getPersonImageInfo({ personId: 1 })).rejects.toThrow("A: B");
  expect(server.requests).toHaveLength(1);
});

test("an answer can be had as openapi-fetch offers it: bytes, a stream, with its address", async () => {
  const server = await captureServer();
  server.answer({ headers: { "Content-Type": "image/png" }, body: fixture("front.png").bytes });
  const { raw } = createSuperOfficeClient({ baseUrl: server.url });
  const params = { path: { personId: 7 } };
  const { data, response } = await raw.GET(image, { params, parseAs: "blob" });
  expect(data?.size).toBe(fixture("front.png").bytes.length);
  expect(response.url).toBe(`${server.url}/api/v1/Person/7/Image`);
  const streamed = await raw.GET(image, { params, parseAs: "stream" });
  expect(streamed.data).toBeInstanceOf(ReadableStream);
  await streamed.data?.cancel();
});

test("a fetch of one call sends that call, with the credentials of the client", async () => {
  const { raw } = createSuperOfficeClient({
    baseUrl: "http://127.0.0.1:9",
    auth: bearer("EXAMPLE"),
  });
  const fetch = async (request: Request) => Response.json(request.headers.get("authorization"));
  const params = { path: { personId: 7 } };
  const { data } = await raw.GET("/api/v1/Person/{personId}/ImageInfo", { params, fetch });
  expect(data).toBe("Bearer EXAMPLE");
});
