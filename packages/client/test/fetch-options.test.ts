import { afterEach, expect, test, vi } from "vitest";
import { createSuperOfficeClient, type FetchOptions, type Middleware } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, misbehavingServer } from "./misbehaving-server.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("fetch gets the client's options and those of the call, which stand before them", async () => {
  const { url } = await misbehavingServer(answers(200, 167));
  const fetch = vi.spyOn(globalThis, "fetch");
  const client = createSuperOfficeClient({
    baseUrl: url,
    fetchOptions: { cache: "no-store", credentials: "include" },
  });

  await client.savePersonImage({
    personId: 1,
    image: fixtureFile("front.png"),
    fetchOptions: { credentials: "omit", priority: "low" },
  });

  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    cache: "no-store",
    credentials: "omit",
    priority: "low",
  });
});

/** Middleware gets a `Request`, and those of Node and Bun do not keep all that `fetch` takes. */
const asItIs: Middleware = (request, next) => next(request);

test.each([
  ["", undefined],
  [" behind middleware", asItIs],
])("what only one runtime knows is passed on as well%s", async (_, middleware) => {
  const { url } = await misbehavingServer(answers(200, 167));
  const fetch = vi.spyOn(globalThis, "fetch");
  const known: FetchOptions = {
    cf: { cacheTtl: 0 },
    client: {},
    proxy: "http://proxy.example:3128",
    tls: { ca: "PEM" },
  };
  const client = createSuperOfficeClient({ baseUrl: url, fetchOptions: known, middleware });

  await client.savePersonImage({ personId: 1, image: fixtureFile("front.png") });

  expect(fetch.mock.calls[0]?.[1]).toMatchObject(known);
});

test("method, headers, redirects and signal stay the client's own", async () => {
  const { url } = await misbehavingServer(answers(200, 167));
  const fetch = vi.spyOn(globalThis, "fetch");
  const client = createSuperOfficeClient({
    baseUrl: url,
    // The cast: the type has none of these.
    fetchOptions: { method: "DELETE", redirect: "follow", headers: {}, body: "x" } as object,
  });

  await client.savePersonImage({ personId: 1, image: fixtureFile("front.png") });

  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: "PUT", redirect: "error" });
});

test("a dispatcher connects, and what it does is what is sent", async () => {
  const { url } = await misbehavingServer(answers(200, 167));
  const asked: unknown[] = [];
  const client = createSuperOfficeClient({
    baseUrl: url,
    fetchOptions: {
      dispatcher: {
        dispatch(options: { path: string }) {
          asked.push(options.path);
          throw new Error("the dispatcher was asked");
        },
      },
    },
    maxRetries: 0,
  });

  await expect(client.getPersonImage({ personId: 1 })).rejects.toThrow("the dispatcher was asked");
  expect(asked).toEqual(["/api/v1/Person/1/Image"]);
});
