import { describe, expect, it } from "vitest";
import { firstOf } from "./from-document.ts";

const operation = `
  security: [{ Own: [] }, { Other: [] }]
  parameters: [{ name: w, in: query, schema: { type: integer } }]
  requestBody:
    content: { image/png: { schema: { type: string, format: binary } } }
  responses:
    "200":
      description: Yes.
      content:
        application/json: { schema: {}, examples: { usual: { value: 1 }, unusual: { value: 2 } } }
    "404": { description: No. }`;
const components = `
  securitySchemes:
    Own: { type: apiKey, in: header, name: X-Own }
    Other: { type: apiKey, in: header, name: X-Other }`;
const first = (exchanges: string) => firstOf({ operation, components, exchanges });

describe("a page shows first the exchange that", () => {
  it.each([
    ["succeeds", "{ a: { response: { status: 404 } }, b: {} }"],
    ["needs nothing before it", "{ a: { given: [x/y/z] }, b: {} }"],
    ["is documented", "{ a: { status: companion }, c: { status: inferred }, b: {} }"],
    [
      "signs in as the document prefers",
      "{ a: { request: { security: [Other] } }, b: { request: { security: [Own] } } }",
    ],
    ["says the least", "{ a: { request: { query: { w: 1 } } }, b: {} }"],
    [
      "is answered with the first example",
      `{ a: { response: { status: 200, mediaType: application/json, example: unusual } },
         b: { response: { status: 200, mediaType: application/json, example: usual } } }`,
    ],
    [
      "sends the file that most send",
      `{ a: { request: { body: { mediaType: image/png, fixture: tiny.png } } },
         b: { request: { body: { mediaType: image/png, fixture: front.png } } },
         c: { status: inferred, request: { body: { mediaType: image/png, fixture: front.png } } } }`,
    ],
  ])("%s", (_which, exchanges) => {
    expect(first(exchanges)).toBe("b");
  });

  it("nothing, where there is none", () => {
    expect(first("{}")).toBeUndefined();
  });
});
