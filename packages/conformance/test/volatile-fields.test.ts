import type { Json, OpenApiDocument, Operation, Overlay, Varies } from "@image-apis/spec";
import { operations } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { loadContracts } from "../src/contract.ts";
import { anyServerRules } from "../src/volatile-fields/any-server.ts";
import { bodyDifferences } from "../src/volatile-fields/compare.ts";
import { noHistory } from "../src/volatile-fields/history.ts";
import { readMarks } from "../src/volatile-fields/marks.ts";

const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });
const text = { type: "string" };

/** Two operations whose responses have a property of the same name; the overlay marks one of them. */
const document = {
  openapi: "3.1.0",
  info: { title: "Two", version: "1" },
  servers: [],
  tags: [],
  paths: {
    "/a": {
      get: { operationId: "a", responses: { 200: json({ $ref: "#/components/schemas/A" }) } },
    },
    "/b": {
      get: { operationId: "b", responses: { "4XX": json({ $ref: "#/components/schemas/B" }) } },
    },
  },
  components: {
    schemas: {
      A: {
        type: "object",
        properties: { version: { type: "integer" }, more: { $ref: "#/components/schemas/More" } },
      },
      B: { allOf: [{ $ref: "#/components/schemas/Named" }], properties: { version: text } },
      Named: { type: "object", properties: { id: text, list: { type: "array", items: text } } },
      More: { type: "object", properties: { version: text } },
    },
  },
} as unknown as OpenApiDocument;

const marking = (schema: string, update: Record<string, { "x-varies": Varies }>) => ({
  target: `$.components.schemas.${schema}.properties`,
  update,
});

const overlay = (...actions: Overlay["actions"]): Overlay => ({
  overlay: "1.1.0",
  info: { title: "", version: "" },
  actions,
});

const operationOf = (id: string): Operation => {
  const found = operations(document).find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

/** What is said of a body, by what the overlay marks. */
function said(id: string, status: number, documented: Json, received: Json, marked: Overlay) {
  const { of, zone } = readMarks({ document, overlay: marked });
  const marks = of(operationOf(id), status, "application/json; charset=utf-8");
  const reading = { rules: anyServerRules, marks, keys: "same", files: "some" } as const;
  return bodyDifferences(reading, "body", documented, received, noHistory(zone)).map(
    ({ what, expected }) => `${what}: ${expected}`,
  );
}

describe("what varies is what the document marks", () => {
  const marked = overlay(marking("A", { version: { "x-varies": "version" } }));

  it("a marked property is held against its rule", () => {
    expect(said("a", 200, { version: 1 }, { version: 7 }, marked)).toEqual([]);
    expect(said("a", 200, { version: 1 }, { version: -7 }, marked)).toEqual([
      expect.stringMatching(/^body \/version: a version/),
    ]);
  });

  it("a property of the same name in another schema is compared by value", () => {
    expect(said("b", 404, { version: "v2" }, { version: "v3" }, marked)).toEqual([
      'body /version: "v2"',
    ]);
    const more = { more: { version: "v2" } };
    expect(said("a", 200, more, more, marked)).toEqual([]);
    expect(said("a", 200, more, { more: { version: "v3" } }, marked)).toEqual([
      'body /more/version: "v2"',
    ]);
  });

  it("a mark is found in allOf, in a list, and for a range of statuses", () => {
    const words = overlay(marking("Named", { id: { "x-varies": "words" } }), {
      target: "$.components.schemas.Named.properties.list.items",
      update: { "x-varies": "words" },
    });
    const documented = { id: "a", list: ["b"] };
    expect(said("b", 418, documented, { id: "c", list: ["d", "e"] }, words)).toEqual([]);
  });

  it("an addition to what a changed document lacks costs no other its mark", () => {
    const lacking = overlay(
      marking("A", { version: { "x-varies": "version" }, gone: { "x-varies": "id" } }),
      marking("Gone", { id: { "x-varies": "id" } }),
    );
    expect(said("a", 200, { version: 1 }, { version: 7 }, lacking)).toEqual([]);
  });
});

it("every kind that an overlay marks has a rule for any server", () => {
  const texts = JSON.stringify(loadContracts().map((it) => it.overlay));
  const kinds = [...texts.matchAll(/"x-varies":"([\w-]+)"/g)].map(([, kind = ""]) => kind);
  expect(kinds.length).toBeGreaterThan(0);
  for (const kind of kinds) expect(Object.keys(anyServerRules)).toContain(kind);
});
