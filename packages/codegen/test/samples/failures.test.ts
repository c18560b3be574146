import { describe, expect, it } from "vitest";
import { sampleOf } from "./from-document.ts";

const failures = `
  - { at: /errors/*, message: "{message}" }
  - { at: "", where: { status: "false" }, message: "{message}" }
  - { at: /data/*, where: { status: "false" }, message: "{message}" }`;

/** The places where the samples look for a failure inside a success of this schema. */
function places(schema: string, mediaType = "application/json"): string[] {
  const { failures: rules } = sampleOf({
    failures,
    operation: `responses: { "200": { description: Yes., content: { ${mediaType}: { schema: ${schema} } } } }`,
    exchanges: `one: { response: { status: 200, mediaType: ${mediaType} } }`,
  });
  return rules.map(({ at }) => at);
}

describe("a sample looks for a failure inside a success", () => {
  it("where the schema of the success has a place for it", () => {
    expect(places("{ type: object, properties: { errors: { type: array, items: {} } } }")).toEqual([
      "/errors/*",
    ]);
    expect(places("{ type: object, properties: { status: { type: string } } }")).toEqual([""]);
  });

  it("where it may be null", () => {
    const nullable = "{ type: object, properties: { errors: { type: [array, 'null'] } } }";
    expect(places(nullable)).toEqual(["/errors/*"]);
  });

  it("everywhere, where the schema has none of the places and forbids none", () => {
    expect(places("{ type: object }")).toEqual(["/errors/*", "", "/data/*"]);
    expect(places("{}")).toEqual(["/errors/*", "", "/data/*"]);
  });

  it("not where something else stands in the place", () => {
    const object =
      "{ type: object, properties: { data: { type: object }, errors: { type: string } } }";
    expect(places(object)).toEqual([""]);
  });

  it("not in a bare value", () => {
    expect(places("{ type: integer }")).toEqual([]);
    expect(places("{ type: array, items: {} }")).toEqual([]);
  });

  it("not in what is not JSON", () => {
    expect(places("{ type: object }", "text/xml")).toEqual([]);
  });
});
