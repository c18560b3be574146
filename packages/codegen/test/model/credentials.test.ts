import { expect, test } from "vitest";
import { modelOf } from "../small-api.ts";

const scheme = (yaml: string) =>
  modelOf(`components: { securitySchemes: { Key: ${yaml} } }`).schemes[0];

test.each([
  ["{ type: http, scheme: basic }", { kind: "basic", maker: "basicAuth", name: "Authorization" }],
  ["{ type: http, scheme: bearer }", { kind: "header", name: "Authorization", prefix: "Bearer " }],
  ["{ type: http, scheme: SOTicket }", { kind: "header", prefix: "SOTicket " }],
  ["{ type: apiKey, in: header, name: X-Key }", { kind: "header", name: "X-Key", prefix: "" }],
  ["{ type: apiKey, in: query, name: key }", { kind: "query", name: "key", maker: "key" }],
  ["{ type: apiKey, in: cookie, name: session }", { kind: "cookie", name: "session" }],
  [
    "{ type: http, scheme: basic, x-fern-basic: { password: { name: passwordMd5 } } }",
    { username: "username", password: "passwordMd5" },
  ],
])("%s", (yaml, model) => {
  expect(scheme(yaml)).toMatchObject(model);
});

test("another type is refused in words", () => {
  expect(() => scheme("{ type: mutualTLS }")).toThrow(
    "The security scheme Key has the type mutualTLS, which is not supported.",
  );
});

const token = `
paths:
  /token:
    post:
      operationId: getToken
      tags: []
      responses: { '200': { description: '', content: { application/json: { schema: { type: object } } } } }
      requestBody: { content: { application/json: { schema: { type: object, properties: { client_id: { type: string } } } } } }
components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } } }`;

test("a token operation lends the function its options", () => {
  const { schemes } = modelOf(
    token,
    "[{ target: $.components.securitySchemes.Key, update: { x-token-operation: { name: login, operationId: getToken, value: /token, seconds: /ttl } } }]",
  );
  expect(schemes[0]?.token).toEqual({
    name: "login",
    operationId: "getToken",
    value: "/token",
    seconds: "/ttl",
    fields: ["clientId"],
  });
});

test("a token operation that is none is refused", () => {
  const overlay =
    "[{ target: $.components.securitySchemes.Key, update: { x-token-operation: { operationId: login, value: /token, seconds: /ttl } } }]";
  expect(() => modelOf(token, overlay)).toThrow(
    "gets its token with login, which is not an operation.",
  );
});
