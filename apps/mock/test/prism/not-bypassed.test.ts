import { afterEach, expect, test, vi } from "vitest";
import { prism } from "../../src/prism/engine.ts";
import { useMock } from "../support/mock.ts";
import { basic } from "../support/requests.ts";

/* Prism is the mock's engine: what it says of a request, or picks as the response, is what the client gets. */

const mock = useMock();
afterEach(() => {
  vi.restoreAllMocks();
});

const finds = (path: string[]) =>
  vi
    .spyOn(prism, "violationsOf")
    .mockImplementation(async (_, { body }) =>
      (path[0] === "body") === (body === undefined)
        ? []
        : [{ path, code: "rule", message: "It must please Prism" }],
    );

test("what Prism finds in a parameter is refused", async () => {
  const asked = finds(["query", "w"]);

  const { status, ...received } = await mock.send({
    target: "/api/v1/Person/123/Image?w=4321",
    headers: basic,
  });

  expect([status, received.json().detail]).toEqual([
    400,
    'The query parameter "w" must please Prism.',
  ]);
  expect(asked).toHaveBeenCalledOnce();
});

test("what Prism finds in a JSON body is refused", async () => {
  finds(["body", "secret"]);

  const { status, ...received } = await mock.send({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: '{"key":"a","secret":"b"}',
  });

  expect([status, received.json().detail]).toEqual([
    400,
    '"/secret" in the body must please Prism.',
  ]);
});

test("the response is the one that Prism negotiates and picks", async () => {
  const asked = vi.spyOn(prism, "documentedResponse").mockResolvedValue({
    status: 200,
    headers: { "X-Picked-By": "Prism" },
    mediaType: "application/json",
    body: { BlobId: 4321 },
  });

  const received = await mock.send({
    target: "/api/v1/Person/123/ImageInfo",
    headers: { ...basic, Accept: "application/json;q=0.4321" },
  });

  expect(received.headers["x-picked-by"]).toBe("Prism");
  expect(received.json()).toEqual({ BlobId: 4321 });
  expect(asked.mock.calls[0]?.[2]).toMatchObject({ mediaTypes: ["application/json;q=0.4321"] });
});
