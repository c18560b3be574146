import { expect, test } from "vitest";
import { createCapillaryClient, type Middleware } from "../src/index.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { answers, misbehavingServer } from "./misbehaving-server.ts";

const get = { customerId: 1, source: "INSTORE" } as const;

test("middleware stands around every attempt, the first outermost", async () => {
  const server = await misbehavingServer(
    answers(429, {}, { "Retry-After": "0" }),
    answers(200, {}),
  );
  const seen: string[] = [];
  const noting =
    (name: string): Middleware =>
    async (request, next) => {
      seen.push(`${name} before`);
      const response = await next(request);
      seen.push(`${name} after ${response.status}`);
      return response;
    };
  const middleware = [noting("outer"), noting("inner")];
  await createCapillaryClient({ baseUrl: server.url, middleware }).getCustomer(get);
  const once = (status: number) => [
    "outer before",
    "inner before",
    `inner after ${status}`,
    `outer after ${status}`,
  ];
  expect(seen).toEqual([...once(429), ...once(200)]);
});

test("middleware can change a request, of an upload too, and answer in the server's place", async () => {
  const server = await captureServer();
  const middleware: Middleware = (request, next) => {
    if (request.method === "GET") return Promise.resolve(Response.json({ id: 1 }));
    request.headers.set("X-Trace", "7");
    return next(request);
  };
  const client = createCapillaryClient({ baseUrl: server.url, middleware });
  await client.addCustomerImage({ customerId: 1, files: [fixtureFile("front.png")] });
  expect(server.only().headers["x-trace"]).toBe("7");
  expect(server.only().parts).toHaveLength(1);
  expect(await client.getCustomer(get)).toEqual({ id: 1 });
  expect(server.requests).toHaveLength(1);
});

test("the raw client goes through middleware too", async () => {
  const server = await captureServer();
  const middleware: Middleware = (request, next) => {
    request.headers.set("X-Trace", "7");
    return next(request);
  };
  const { raw } = createCapillaryClient({ baseUrl: server.url, middleware });
  raw.use({ onRequest: ({ request }) => request.headers.set("X-Own", "8") as undefined });
  await raw.GET("/v2/customers/{customerId}", {
    params: { path: { customerId: 1 }, query: { source: "INSTORE" } },
  });
  expect(server.only().headers).toMatchObject({ "x-trace": "7", "x-own": "8" });
});

test("outside of browsers the client says which version it is, unless a call says otherwise", async () => {
  const { default: pkg } = await import("../package.json", { with: { type: "json" } });
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.getCustomer(get);
  await client.getCustomer({ ...get, headers: { "User-Agent": "mine/1" } });
  expect(server.requests.map(({ headers }) => headers["user-agent"])).toEqual([
    `image-apis-client/${pkg.version}`,
    "mine/1",
  ]);
});

test.each([
  [
    "addCustomerImage",
    (client: ReturnType<typeof createCapillaryClient>) =>
      client.addCustomerImage({ customerId: 1, files: [fixtureFile("front.png")] }),
  ],
  [
    "deleteCustomerImage",
    (client: ReturnType<typeof createCapillaryClient>) =>
      client.deleteCustomerImage({ customerId: 1, imageIds: [0] }),
  ],
] as const)(
  "what middleware throws reaches the caller as it is, and never repeats %s",
  async (_, call) => {
    const server = await captureServer();
    const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const middleware: Middleware = async (request, next) => {
      await next(request);
      throw refused;
    };
    const client = createCapillaryClient({ baseUrl: server.url, middleware });
    await expect(call(client)).rejects.toBe(refused);
    expect(server.requests).toHaveLength(1);
  },
);

test("what another call's error says inside middleware is not taken for this call's", async () => {
  const server = await captureServer();
  const busy = await misbehavingServer(answers(429, {}));
  const other = createCapillaryClient({ baseUrl: busy.url, maxRetries: 0 });
  const middleware: Middleware = async (request, next) => {
    const response = await next(request);
    await other.getCustomer(get);
    return response;
  };
  const client = createCapillaryClient({ baseUrl: server.url, middleware });
  const files = [fixtureFile("front.png")];
  await expect(client.addCustomerImage({ customerId: 1, files })).rejects.toThrow("getCustomer");
  expect(server.requests).toHaveLength(1);
});

test("what a progress listener throws reaches the caller as it is", async () => {
  const server = await captureServer();
  const broken = new Error("no such element");
  const client = createCapillaryClient({ baseUrl: server.url });
  const onProgress = () => {
    throw broken;
  };
  const files = [fixtureFile("front.png")];
  await expect(client.addCustomerImage({ customerId: 1, files, onProgress })).rejects.toBe(broken);
});

test("the raw client follows no redirect, which would carry tokens to another host", async () => {
  const elsewhere = await captureServer();
  const server = await misbehavingServer(answers(302, {}, { Location: `${elsewhere.url}/` }));
  const { raw } = createCapillaryClient({ baseUrl: server.url });
  const call = raw.GET("/v2/customers/{customerId}", {
    params: { path: { customerId: 1 }, query: { source: "INSTORE" } },
  });
  await expect(call).rejects.toThrow();
  expect(elsewhere.requests).toEqual([]);
});
