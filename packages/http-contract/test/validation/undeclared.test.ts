import type { OpenApiDocument, Schema } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { schemaFaults, undeclaredProperties } from "../../src/index.ts";

const text = { type: "string" };
const schemas: Record<string, Schema> = {
  Named: { type: "object", properties: { name: text } },
  Sized: { type: "object", properties: { size: { type: "integer" } } },
  Both: { allOf: [{ $ref: "#/components/schemas/Named" }, { $ref: "#/components/schemas/Sized" }] },
  Either: {
    oneOf: [
      { type: "object", required: ["name"], properties: { name: text } },
      { type: "object", required: ["id"], properties: { id: text } },
    ],
  },
  List: { type: "array", items: { $ref: "#/components/schemas/Both" } },
  Open: { type: "object", additionalProperties: true, properties: { name: text } },
  Map: { type: "object", additionalProperties: { $ref: "#/components/schemas/Named" } },
  Shut: { type: "object", properties: { name: text }, unevaluatedProperties: false },
  Tree: {
    type: "object",
    properties: { leaf: text, more: { $ref: "#/components/schemas/Tree" } },
  },
  Any: {},
};

// The cast: the parts of a document that schemas are found by.
const document = { components: { schemas } } as OpenApiDocument;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const undeclared = (name: string, value: unknown) =>
  undeclaredProperties(document, ref(name), value).map(
    ({ pointer, params }) => `${pointer}/${params.unevaluatedProperty}`,
  );

describe("what a schema does not declare", () => {
  it.each<[name: string, value: unknown, found: string[]]>([
    ["Named", { name: "a" }, []],
    ["Named", { name: "a", other: 1 }, ["/other"]],
    ["Both", { name: "a", size: 1 }, []],
    ["Both", { name: "a", size: 1, other: 1 }, ["/other"]],
    ["Either", { id: "a" }, []],
    ["Either", { id: "a", other: 1 }, ["/other"]],
    [
      "List",
      [
        { name: "a", size: 1 },
        { size: 1, other: 1 },
      ],
      ["/1/other"],
    ],
    ["Open", { other: 1 }, []],
    ["Map", { a: { name: "a" }, b: { other: 1 } }, ["/b/other"]],
    ["Tree", { more: { more: { leaf: "a", other: 1 } } }, ["/more/more/other"]],
    ["Any", { other: { more: 1 } }, []],
    ["Tree", { leaf: "a", more: [{ other: 1 }] }, []],
  ])("%s %j: %j", (name, value, found) => {
    expect(undeclared(name, value)).toEqual(found);
  });

  it("is told beside what breaks the schema", () => {
    const value = { size: "1", name: 3, other: 1 };
    expect(undeclared("Both", value)).toEqual(["/other"]);
    expect(schemaFaults(document, ref("Both"), value)).toHaveLength(2);
  });

  it("is a fault of the schema itself where that says so, and is told once", () => {
    const faults = schemaFaults(document, ref("Shut"), { other: 1 });
    expect(faults.map(({ keyword }) => keyword)).toEqual(["unevaluatedProperties"]);
    expect(undeclared("Shut", { other: 1 })).toEqual([]);
  });
});
