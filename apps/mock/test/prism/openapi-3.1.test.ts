import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Json, loadDocument, type OpenApiDocument } from "@image-apis/spec";
import { afterEach, describe, expect, test } from "vitest";
import { newMockContext } from "../../src/mock-context.ts";
import { mockListener } from "../../src/mock-listener.ts";
import { mockApis } from "../../src/prism/mock-operation.ts";
import { useMock } from "../support/mock.ts";
import { type Received, send } from "../support/send.ts";

/*
 * OpenAPI 3.1 of which a plain Prism validates a part, or nothing at all. The documents of this repository use little of
 * it, so that a document of its own asks for the rest.
 */

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const dialects = {
  "no dialect": undefined,
  "the dialect that is OpenAPI's default": "https://spec.openapis.org/oas/3.1/dialect/base",
  "JSON Schema 2020-12": "https://json-schema.org/draft/2020-12/schema",
};

/** By keyword, a schema with a body that fits and one that does not. */
const keywords: Record<string, { schema: object; good: Json; bad: Json }> = {
  "a list of types": {
    schema: { properties: { a: { type: ["string", "null"] } } },
    good: { a: null },
    bad: { a: 1 },
  },
  const: { schema: { properties: { a: { const: 1 } } }, good: { a: 1 }, bad: { a: 2 } },
  "if and then": {
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    schema: { if: { required: ["a"] }, then: { required: ["b"] } },
    good: { a: 1, b: 1 },
    bad: { a: 1 },
  },
  "exclusiveMinimum as a number": {
    schema: { properties: { a: { exclusiveMinimum: 1 } } },
    good: { a: 2 },
    bad: { a: 1 },
  },
  "a rule beside $ref": {
    schema: { properties: { a: { $ref: "#/components/schemas/Text", maxLength: 2 } } },
    good: { a: "ab" },
    bad: { a: "abc" },
  },
  prefixItems: {
    schema: { properties: { a: { prefixItems: [{ type: "string" }], items: false } } },
    good: { a: ["x"] },
    bad: { a: ["x", "y"] },
  },
  dependentRequired: {
    schema: { dependentRequired: { a: ["b"] } },
    good: { a: 1, b: 1 },
    bad: { a: 1 },
  },
  unevaluatedProperties: {
    schema: { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    good: { a: 1 },
    bad: { b: 1 },
  },
};

describe.each(Object.entries(dialects))("with %s", (_, dialect) => {
  test.each(Object.entries(keywords))("%s is validated", async (__, { schema, good, bad }) => {
    const url = await serve(probe({ type: "object", ...schema }, dialect));

    expect((await post(url, good)).status).toBe(200);
    expect((await post(url, bad)).status).toBe(400);
  });
});

describe("the documents of this repository", () => {
  const mock = useMock();

  test.each([{}, { key: 1, secret: "b" }, [], "text", null, 0, false])(
    "a body that does not fit is 400: %j",
    async (body) => {
      expect((await post(mock.url(), body, "/v3/oauth/token/generate")).status).toBe(400);
    },
  );

  test("a body that fits is 200", async () => {
    const body = { key: "a", secret: "b" };

    expect((await post(mock.url(), body, "/v3/oauth/token/generate")).status).toBe(200);
  });
});

test("contentEncoding and contentMediaType describe a text and reject none", async () => {
  const a = { type: "string", contentEncoding: "base64", contentMediaType: "image/png" };
  const url = await serve(probe({ type: "object", properties: { a } }));

  expect((await post(url, { a: "not base64 !" })).status).toBe(200);
});

test("of the examples of a schema the first is the response where no example is named", async () => {
  const document = probe({ type: "object" });
  const schema = { type: "object", examples: [{ first: true }, { first: false }] };
  responseOf(document).content = { "application/json": { schema } };

  expect((await post(await serve(document), {})).json()).toEqual({ first: true });
});

test("a made-up response fits its schema, or is the documented one", async () => {
  const document = probe({ type: "object" });
  const schema = {
    type: "object",
    required: ["a"],
    additionalProperties: false,
    properties: { a: { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 } },
  };
  const examples = { "200-shown": { value: { a: 1.5 } } };
  responseOf(document).content = { "application/json": { schema, examples } };
  const url = await serve(document);

  for (let count = 0; count < 10; count++) {
    const { a, ...others } = (await post(url, {}, "/probe", { Prefer: "dynamic=true" })).json();
    expect([a > 1 && a < 2, others]).toEqual([true, {}]);
  }
});

test("webhooks are passed over", async () => {
  const document = { ...probe({ type: "object" }), webhooks: { stored: { post: {} } } };

  expect((await post(await serve(document), {})).status).toBe(200);
});

test("a callback is never sent: the mock calls nobody", async () => {
  const calls: string[] = [];
  const receiver = createServer((request, response) => {
    calls.push(request.url ?? "");
    response.end();
  });
  const document = probe({ type: "object" });
  const callback = { post: { responses: { "200": { description: "" } } } };
  Object.assign(document.paths["/probe"]?.post ?? {}, {
    callbacks: { stored: { [`${await listening(receiver)}/called`]: callback } },
  });

  expect((await post(await serve(document), {})).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(calls).toEqual([]);
});

test("an example that lies elsewhere (externalValue) stops the mock at its start", async () => {
  const document = probe({ type: "object" });
  const example = { externalValue: "https://a.example/200.json" };
  responseOf(document).content = { "application/json": { examples: { "200-far": example } } };

  await expect(serve(document)).rejects.toThrow(/200-far of probe has no value/);
});

/** A document with one operation, `POST /probe`, that takes JSON of a schema. */
function probe(schema: object, jsonSchemaDialect?: string): OpenApiDocument {
  const { openapi, info } = loadDocument("capillary");
  return {
    openapi,
    info,
    ...(jsonSchemaDialect !== undefined && { jsonSchemaDialect }),
    servers: [],
    tags: [],
    components: { schemas: { Text: { type: "string" } } },
    paths: {
      "/probe": {
        post: {
          operationId: "probe",
          summary: "",
          description: "",
          tags: [],
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { "200": { description: "" } },
        },
      },
    },
  } as unknown as OpenApiDocument;
}

/** The one response of the probe, to be changed. */
function responseOf(document: OpenApiDocument): { content?: object } {
  return document.paths["/probe"]?.post?.responses["200"] as { content?: object };
}

async function serve(document: OpenApiDocument): Promise<string> {
  const served = await mockApis([{ name: "probe", document, exchanges: [] }]);
  return listening(createServer(mockListener(newMockContext(served))));
}

async function listening(server: Server): Promise<string> {
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function post(url: string, body: Json, target = "/probe", headers = {}): Promise<Received> {
  return send(url, {
    method: "POST",
    target,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
