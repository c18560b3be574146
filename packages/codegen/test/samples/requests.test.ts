import { describe, expect, it } from "vitest";
import { sampleOf } from "./from-document.ts";

const done = `responses: { "204": { description: Done. } }`;
const address = "http://127.0.0.1:4010/pictures";

describe("a body of an exchange becomes", () => {
  it("a form with its texts and files in order", () => {
    const { body } = sampleOf({
      operation: `
        ${done}
        requestBody:
          content:
            multipart/form-data:
              schema:
                type: object
                properties:
                  file: { type: string, format: binary }
                  count: { type: integer }`,
      exchanges: `
        one:
          request:
            body:
              mediaType: multipart/form-data
              parts:
                - { name: count, value: 3 }
                - { name: file, fixture: tiny.png, filename: a.png, mediaType: image/x-own }`,
    });
    const file = { path: "spec/fixtures/tiny.png", name: "tiny.png", mediaType: "image/png" };
    expect(body).toEqual({
      kind: "form",
      mediaType: "multipart/form-data",
      parts: [
        { name: "count", value: "3" },
        { name: "file", file, filename: "a.png", mediaType: "image/x-own" },
      ],
    });
  });

  const withExample = (mediaType: string, value: string, schema = "{}") =>
    sampleOf({
      operation: `
        ${done}
        requestBody:
          content:
            ${mediaType}:
              schema: ${schema}
              examples: { one: { value: ${value} } }`,
      exchanges: `one: { request: { body: { mediaType: ${mediaType}, example: one } } }`,
    }).body;

  it.each(["application/json", "application/vnd.pictures+json"])("%s by value", (mediaType) => {
    expect(withExample(mediaType, "{ a: [1] }")).toEqual({
      kind: "json",
      mediaType,
      value: { a: [1] },
    });
  });

  it("a text that is XML", () => {
    expect(withExample("text/xml", "<a>1</a>")).toEqual({
      kind: "text",
      mediaType: "text/xml",
      text: "<a>1</a>",
    });
  });

  it("the text of a web form", () => {
    const mediaType = "application/x-www-form-urlencoded";
    const schema = "{ type: object, properties: { a: { type: string }, d: { type: string } } }";
    expect(withExample(mediaType, "{ a: b c, d: '&' }", schema)).toEqual({
      kind: "text",
      mediaType,
      text: "a=b+c&d=%26",
    });
  });

  const raw = `
    ${done}
    requestBody: { content: { image/png: { schema: { type: string, format: binary } } } }`;

  it("a file", () => {
    const exchanges = "one: { request: { body: { mediaType: image/png, fixture: tiny.png } } }";
    const { body } = sampleOf({ operation: raw, exchanges });
    expect(body).toMatchObject({ kind: "file", file: { path: "spec/fixtures/tiny.png" } });
  });

  it("a body without a byte", () => {
    const exchanges = "one: { request: { body: { mediaType: image/png, empty: true } } }";
    const { body } = sampleOf({ operation: raw, exchanges });
    expect(body).toEqual({ kind: "empty", mediaType: "image/png" });
  });
});

describe("the address", () => {
  const withQuery = (parameter: string, value: string) =>
    sampleOf({
      operation: `
        ${done}
        parameters: [{ name: id, in: query, schema: { type: array, items: {} }, ${parameter} }]`,
      exchanges: `one: { request: { query: { id: ${value} } } }`,
    });

  it("repeats a list, and the sample says so", () => {
    const { url, isListed } = withQuery("explode: true", "[0, 2]");
    expect(url).toBe(`${address}?id=0&id=2`);
    expect(isListed).toBe(true);
  });

  it.each([
    ["style: form, explode: false", "?id=0%2C2"],
    ["style: spaceDelimited, explode: false", "?id=0%202"],
    ["style: pipeDelimited, explode: false", "?id=0%7C2"],
  ])("writes a list with %s", (style, query) => {
    const { url, isListed } = withQuery(style, "[0, 2]");
    expect(url).toBe(address + query);
    expect(isListed).toBe(false);
  });
});

describe("credentials", () => {
  const signedIn = (scheme: string) =>
    sampleOf({
      operation: `${done}\nsecurity: [{ Own: [] }]`,
      components: `securitySchemes: { Own: ${scheme} }`,
      exchanges: "one: { request: { security: [Own] } }",
    });

  it("of HTTP Basic are a name and a password", () => {
    expect(signedIn("{ type: http, scheme: basic }")).toMatchObject({
      basic: { username: "demo-user", password: "demo-password" },
      headers: [],
    });
  });

  it.each([
    ["{ type: http, scheme: bearer }", ["Authorization", "Bearer EXAMPLE"]],
    ["{ type: apiKey, in: header, name: X-Key }", ["X-Key", "EXAMPLE"]],
    ["{ type: apiKey, in: cookie, name: sid }", ["Cookie", "sid=EXAMPLE"]],
  ])("%s are a header", (scheme, header) => {
    expect(signedIn(scheme)).toMatchObject({ basic: undefined, headers: [header] });
  });

  it("of the query are in the address", () => {
    const { url } = signedIn("{ type: apiKey, in: query, name: key }");
    expect(url).toBe(`${address}?key=EXAMPLE`);
  });
});

describe("a success", () => {
  const successWith = (content: string, exchange = "200, mediaType: text/xml") =>
    sampleOf({
      operation: `responses: { "200": { description: Yes., content: ${content} }, 4XX: { description: No. } }`,
      exchanges: `one: { response: { status: ${exchange} } }`,
    });

  it.each([
    ["application/json", { kind: "json" }],
    ["text/json", { kind: "json" }],
    ["application/problem+json", { kind: "json" }],
    ["text/xml", { kind: "text" }],
    ["application/xml; charset=utf-8", { kind: "text" }],
    ["text/plain", { kind: "text" }],
    ["image/png", { kind: "bytes", file: "image.png" }],
    ["image/svg+xml", { kind: "text" }],
    ["application/octet-stream", { kind: "bytes", file: "response.bin" }],
    ["application/zip", { kind: "bytes", file: "response.zip" }],
  ])("of %s is handled as it is", (mediaType, success) => {
    const content = `{ "${mediaType}": {} }`;
    expect(successWith(content, `200, mediaType: "${mediaType}"`).success).toEqual(success);
  });

  it("that a refused exchange would have is the operation's own", () => {
    const { success, isRefused } = successWith("{ image/gif: {} }", "404");
    expect(success).toEqual({ kind: "bytes", file: "image.gif" });
    expect(isRefused).toBe(true);
  });

  it("may be without a body", () => {
    const { success } = sampleOf({
      operation: done,
      exchanges: "one: { response: { status: 204 } }",
    });
    expect(success).toEqual({ kind: "none" });
  });

  it("may be documented for a range of statuses", () => {
    const { success } = sampleOf({
      operation: `responses: { 2XX: { description: Yes., content: { application/json: {} } } }`,
      exchanges: "one: { response: { status: 201, mediaType: application/json } }",
    });
    expect(success).toEqual({ kind: "json" });
  });
});
