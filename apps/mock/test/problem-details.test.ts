import { schemaValidator } from "@image-apis/http-contract";
import { expect, test } from "vitest";
import { useMock } from "./support/mock.ts";
import { basic, form, formType, png } from "./support/requests.ts";
import type { Sent } from "./support/send.ts";

const mock = useMock();

/** The mock's own refusals, which no document has (RFC 9457). */
const problem = schemaValidator("own", { allErrors: true }).compile({
  type: "object",
  required: ["type", "title", "status", "detail"],
  additionalProperties: false,
  properties: {
    type: { const: "about:blank" },
    title: { type: "string", minLength: 1 },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string", minLength: 1 },
    // The ways to sign in, each with the names of its schemes.
    accepted: { type: "array", items: { type: "array", items: { type: "string" } } },
    // What arrived of a body, so that its sender can compare.
    received: {
      type: "object",
      additionalProperties: false,
      properties: {
        bytes: { type: "integer", minimum: 0 },
        sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
        parts: { type: "array", items: { type: "object" } },
      },
    },
    violations: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["in", "reason"],
        additionalProperties: false,
        properties: {
          in: { enum: ["path", "query", "header", "cookie", "body"] },
          name: { type: "string" },
          reason: { type: "string", minLength: 1 },
        },
      },
    },
  },
});

const setImage = "/v2/customers/565039505/setImage";
const personImage = "/api/v1/Person/123/Image";

test.each<[status: number, what: string, request: Sent]>([
  [400, "an id that is a word", { target: "/api/v1/Person/ada/Image", headers: basic }],
  [400, "a width of no pixels", { target: `${personImage}?w=0`, headers: basic }],
  [
    400,
    "a form without a boundary",
    {
      method: "POST",
      target: setImage,
      headers: { ...basic, "Content-Type": "multipart/form-data" },
      body: "x",
    },
  ],
  [
    400,
    "a text that is called an image",
    {
      method: "PUT",
      target: personImage,
      headers: { ...basic, "Content-Type": "image/png" },
      body: "text",
    },
  ],
  [401, "no credentials", { target: personImage }],
  [404, "a path that no document has", { target: "/v2/customers/1/images" }],
  [
    404,
    "a status that is not documented",
    { target: personImage, headers: { ...basic, Prefer: "code=418" } },
  ],
  [405, "a method that no document has", { method: "PATCH", target: setImage, headers: basic }],
  [
    406,
    "a media type that nobody offers",
    { target: personImage, headers: { ...basic, Accept: "text/css" } },
  ],
  [
    415,
    "a body of another media type",
    {
      method: "PUT",
      target: personImage,
      headers: { ...basic, "Content-Type": "image/webp" },
      body: png,
    },
  ],
  [
    417,
    "an expectation that is not known",
    { target: personImage, headers: { ...basic, Expect: "x" } },
  ],
  [403, "a change without the control header", { method: "POST", target: "/__mock/reset" }],
])("%i, %s, is a problem of the mock's own form", async (status, _, request) => {
  const received = await mock.send(request);

  expect([received.status, received.mediaType]).toEqual([status, "application/problem+json"]);
  const body = received.json();
  problem(body);
  expect(problem.errors ?? []).toEqual([]);
  expect(body.status).toBe(status);
});

test("what a document answers is not one of them", async () => {
  const received = await mock.send({
    method: "POST",
    target: setImage,
    headers: { ...basic, ...formType },
    body: form([]),
  });

  expect([received.status, received.mediaType]).toEqual([400, "application/json"]);
  expect(problem(received.json())).toBe(false);
});
