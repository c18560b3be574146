import { fixture, type OpenApiDocument, operations } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { judgeResponse, neededOf } from "../../src/index.ts";

const json = (schema: object) => ({ "application/json": { schema } });
const size = { type: "object", required: ["size"], properties: { size: { type: "integer" } } };

// The cast: what stands here is a document, as far as a response is judged by it.
const document = {
  openapi: "3.1.0",
  info: { title: "Shelf", version: "1" },
  servers: [],
  tags: [],
  components: {
    schemas: { Size: size, Count: { type: "integer", format: "int32", xml: { name: "count" } } },
    securitySchemes: {
      Password: { type: "http", scheme: "basic" },
      Key: { type: "apiKey", in: "header", name: "X-Key" },
    },
    headers: { Left: { required: true, schema: { type: "integer", minimum: 0 } } },
  },
  paths: {
    "/": {
      get: {
        operationId: "get",
        security: [{ Password: [] }, { Key: [] }],
        responses: {
          200: {
            description: "",
            headers: { "X-Left": { $ref: "#/components/headers/Left" } },
            content: {
              ...json({ $ref: "#/components/schemas/Size" }),
              "image/*": {},
              "image/png": { schema: { type: "string", format: "binary" } },
              "text/xml": { schema: { $ref: "#/components/schemas/Count" } },
              "text/plain": { schema: { type: "string" } },
            },
          },
          204: { description: "" },
          "4XX": { description: "", content: json({ $ref: "#/components/schemas/Size" }) },
        },
      },
    },
  },
} as unknown as OpenApiDocument;

const [operation] = operations(document);
if (operation === undefined) throw new Error("There is no operation.");

const encoded = (text: string) => new TextEncoder().encode(text);

function judged(status: number, contentType: string, body: string | Uint8Array, left = "3") {
  const bytes = typeof body === "string" ? encoded(body) : body;
  const headers: Record<string, string> = left === "" ? {} : { "x-left": left };
  const response = { status, contentType, headers, body: bytes };
  return judgeResponse(document, operation as NonNullable<typeof operation>, response);
}

const rules = async (...response: Parameters<typeof judged>) => [
  ...new Set((await judged(...response)).faults.map(({ rule }) => rule)),
];

describe("a response", () => {
  it.each<[what: string, status: number, type: string, body: string | Uint8Array, rules: string[]]>(
    [
      ["as documented", 200, "application/json; charset=utf-8", '{"size":1}', []],
      ["of a range of statuses", 404, "application/json", '{"size":1}', []],
      ["of an undocumented status", 302, "application/json", '{"size":1}', ["status"]],
      ["of another media type", 200, "application/xml", "<a/>", ["media-type"]],
      ["of a malformed media type", 200, "nonsense", "a", ["media-type"]],
      ["without a media type", 200, "", "a", ["media-type"]],
      ["without the documented body", 200, "application/json", "", ["empty-body"]],
      ["without body and media type", 404, "", "", ["empty-body"]],
      ["with a body where nothing is said of one", 204, "text/html", "<p>", []],
      ["that is not JSON", 200, "application/json", "{", ["unreadable-body"]],
      ["that breaks its schema", 404, "application/json", "{}", ["body"]],
      ["that is an image of a range", 200, "image/gif", fixture("portrait.gif").bytes, []],
      [
        "that is an image of another type",
        200,
        "image/png",
        fixture("portrait.gif").bytes,
        ["image"],
      ],
      ["that is no image", 200, "image/gif", "not an image", ["image"]],
      ["that is a text", 200, "text/plain", "GIF", []],
      ["that is XML of one element", 200, "text/xml", "<count>3</count>", []],
      ["that is XML of another element", 200, "text/xml", "<int>3</int>", ["unreadable-body"]],
      ["that is XML of another value", 200, "text/xml", "<count>3.5</count>", ["body"]],
    ],
  )("%s", async (_what, status, type, body, expected) => {
    expect(await rules(status, type, body)).toEqual(expected);
  });

  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
  it.each<[what: string, type: string, body: string | Uint8Array, reason: RegExp]>([
    ["JSON with a byte order mark", "application/json", '\ufeff{"size":1}', /byte order mark/],
    ["JSON in UTF-16", "application/json", utf16('{"size":1}'), /malformed/],
    ["JSON in Latin-1", "application/json", Uint8Array.of(34, 0xe9, 34), /not UTF-8/],
    ["JSON that says Latin-1", "application/json; charset=latin1", '{"size":1}', /charset/],
    ["JSON with a name twice", "application/json", '{"size":1,"s\\u0069ze":2}', /twice/],
    ["JSON with a name twice below", "application/json", '{"size":1,"a":[{"b":1,"b":1}]}', /twice/],
    [
      "XML that says UTF-16",
      "text/xml",
      '<?xml version="1.0" encoding="utf-16"?><count>3</count>',
      /encoding/,
    ],
    ["XML that says Latin-1", 'text/xml; charset="ISO-8859-1"', "<count>3</count>", /charset/],
  ])("that is %s cannot be read alike by all", async (_what, type, body, reason) => {
    const { faults } = await judged(200, type, body);
    expect(faults).toMatchObject([
      { rule: "unreadable-body", reason: expect.stringMatching(reason) },
    ]);
  });

  it("is read however many escapes it has", async () => {
    const text = JSON.stringify({ size: 1, a: '"'.repeat(3_000_000) });
    expect(await rules(200, "application/json", text)).toEqual([]);
  });

  it.each<[type: string, body: string]>([
    [
      "application/json; charset=UTF-8",
      '{"size":1,"a":{"size":"{\\"size\\":1}"},"b":["size","size"]}',
    ],
    ["text/xml; charset=utf-8", '\ufeff<?xml version="1.0" encoding="UTF-8"?><count>3</count>'],
  ])("in %s is read", async (type, body) => expect(await rules(200, type, body)).toEqual([]));

  it("has the required headers, which fit their schema", async () => {
    expect(await rules(200, "application/json", '{"size":1}', "")).toEqual(["missing-header"]);
    expect(await rules(200, "application/json", '{"size":1}', "many")).toEqual(["header"]);
    expect(await rules(200, "application/json", '{"size":1}', "-1")).toEqual(["header"]);
    expect(await rules(404, "application/json", '{"size":1}', "")).toEqual([]);
  });

  it("may have what the document does not mention, and is told so", async () => {
    const { faults, undeclared, value } = await judged(200, "application/json", '{"size":1,"a":2}');
    expect(faults).toEqual([]);
    expect(undeclared.map(({ params }) => params)).toEqual([{ unevaluatedProperty: "a" }]);
    expect(value).toEqual({ size: 1, a: 2 });
  });

  it("says where and why", async () => {
    const { faults } = await judged(404, "application/json", '{"size":"1"}');
    expect(faults).toEqual([
      {
        rule: "body",
        fault: {
          pointer: "/size",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
          value: "1",
        },
      },
    ]);
  });

  it.each<[status: number, header: Record<string, string>, faults: object[]]>([
    [401, {}, [{ name: "www-authenticate", status: 401 }]],
    [401, { "www-authenticate": 'Basic realm="a"' }, []],
    [401, { "www-authenticate": 'Digest realm="a", basic realm="b"' }, []],
    [
      401,
      { "www-authenticate": 'Digest realm="a"' },
      [
        {
          name: "www-authenticate",
          status: 401,
          documented: ["basic"],
          received: 'Digest realm="a"',
        },
      ],
    ],
    [405, {}, [{ name: "allow", status: 405 }]],
    [405, { allow: "HEAD, get" }, []],
    [
      405,
      { allow: "PATCH" },
      [{ name: "allow", status: 405, documented: ["GET"], received: "PATCH" }],
    ],
    [404, {}, []],
  ])("of %i has what HTTP asks for: %j", async (status, headers, faults) => {
    const body = new TextEncoder().encode('{"size":1}');
    const response = { status, contentType: "application/json", headers, body };
    expect((await judgeResponse(document, operation, response)).byHttp).toEqual(faults);
  });
});

it("needs all of what is parsed, the beginning of an image, and of the rest to know whether it is there", () => {
  const needed = (status: number, contentType: string) =>
    neededOf(document, operation, { status, contentType });
  expect(needed(200, "application/json")).toBe(Number.POSITIVE_INFINITY);
  expect(needed(200, "text/xml")).toBe(Number.POSITIVE_INFINITY);
  expect(needed(200, "image/png")).toBe(16_384);
  expect(needed(200, "text/plain")).toBe(1);
  expect(needed(200, "text/html")).toBe(1);
  expect(needed(204, "text/html")).toBe(0);
  expect(needed(500, "text/html")).toBe(0);
});
