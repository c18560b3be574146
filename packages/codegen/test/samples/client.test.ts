import { describe, expect, it } from "vitest";
import { type SampleRequest, sampleSet } from "../../src/index.ts";
import { sampleOf } from "./from-document.ts";

const done = `responses: { "204": { description: Done. } }`;
const clientOf = (request: SampleRequest) =>
  sampleSet(request).samples.find(({ language }) => language === "client")?.text;

const form = `
  ${done}
  parameters:
    - { name: w, in: query, required: true, schema: { type: integer } }
    - { name: X-Size, in: header, schema: { type: integer } }
    - { name: kind, in: query, schema: { type: string, enum: [photo, icon] } }
  requestBody:
    content:
      multipart/form-data:
        schema:
          type: object
          properties:
            file: { type: string, format: binary }
            note: { type: string }
            tags: { type: array, items: { type: string } }`;
const body = (parts: string) => `body: { mediaType: multipart/form-data, parts: ${parts} }`;

describe("the client's sample", () => {
  it("passes parameters, texts and files by the names of the options", () => {
    const request = sampleOf({
      operation: form,
      exchanges: `
        one:
          request:
            query: { w: 5 }
            headers: { X-Size: "7" }
            ${body("[{ name: note, value: hi }, { name: tags, value: a }, { name: tags, value: b }, { name: file, fixture: tiny.png }]")}`,
    });
    const text = clientOf(request);
    expect(text).toContain('const tiny = await fileFromPath("spec/fixtures/tiny.png");');
    for (const option of ["w: 5", "xSize: 7", 'note: "hi"', 'tags: ["a", "b"]', "file: tiny"]) {
      expect(text).toContain(option);
    }
    expect(text).not.toContain("ts-expect-error");
  });

  it("names a file as the exchange does", () => {
    const request = sampleOf({
      operation: form,
      exchanges: `one: { request: { query: { w: 5 }, ${body("[{ name: file, fixture: tiny.png, filename: a.png, mediaType: image/x-own }]")} } }`,
    });
    expect(clientOf(request)).toContain(
      'await fileFromPath("spec/fixtures/tiny.png", { name: "a.png", type: "image/x-own" });',
    );
  });

  it.each([
    ["a required option that is missing", "{}", "w"],
    ["a value of another type", "{ w: five }", "w"],
    ["a value that is not among the documented ones", "{ w: 5, kind: film }", "kind"],
  ])("says that the types refuse %s", (_what, query, option) => {
    const request = sampleOf({
      operation: form,
      exchanges: `one: { request: { query: ${query} }, response: { status: 400 } }`,
    });
    expect(clientOf(request)).toContain(
      `  // @ts-expect-error: the types refuse ${option}; this shows what the vendor responds.\n  .addPicture(`,
    );
  });

  it("lets a request that is to be refused past the client's own limits", () => {
    const refused = "one: { request: { query: { w: 5 } }, response: { status: 400 } }";
    expect(clientOf(sampleOf({ operation: form, exchanges: refused }))).toContain('limits: "off"');
    const accepted = "one: { request: { query: { w: 5 } }, response: { status: 204 } }";
    expect(clientOf(sampleOf({ operation: form, exchanges: accepted }))).not.toContain("limits");
  });

  it.each([
    [
      "{ type: http, scheme: basic }",
      'auth: basicAuth({ username: "demo-user", password: "demo-password" })',
    ],
    ["{ type: http, scheme: bearer }", 'auth: own("EXAMPLE")'],
    ["{ type: apiKey, in: query, name: key }", 'auth: own("EXAMPLE")'],
    ["{ type: apiKey, in: cookie, name: sid }", 'auth: own("EXAMPLE")'],
  ])("signs in with %s", (scheme, auth) => {
    const request = sampleOf({
      operation: `${done}\nsecurity: [{ Own: [] }]`,
      components: `securitySchemes: { Own: ${scheme} }`,
      exchanges: "one: { request: { security: [Own] }, response: { status: 204 } }",
    });
    expect(clientOf(request)).toContain(auth);
  });

  it("is not there for a body that no option takes", () => {
    const request = sampleOf({
      operation: `
        ${done}
        requestBody:
          content: { text/xml: { schema: { type: string }, examples: { one: { value: <a/> } } } }`,
      exchanges: "one: { request: { body: { mediaType: text/xml, example: one } } }",
    });
    expect(clientOf(request)).toBeUndefined();
  });
});

describe("the way to the vendor", () => {
  const servers = (variables: string) =>
    clientOf(
      sampleOf({
        operation: `${done}\nservers: [{ url: "https://{host}.example", variables: ${variables} }]`,
        exchanges: "one: { response: { status: 204 } }",
      }),
    );

  it("is to leave out the mock's address", () => {
    expect(servers("{ host: { default: api } }")).toContain(
      "// To reach the vendor, leave out baseUrl.\n",
    );
  });

  it("is to name the reader's own server, where nobody has the one by default", () => {
    expect(servers("{ host: { default: your-name, x-placeholder: true } }")).toContain(
      "// To reach the vendor, pass host instead of baseUrl.\n",
    );
  });
});
