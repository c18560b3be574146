import { describe, expect, test } from "vitest";
import { operationOf } from "../small-api.ts";

const parameter = (yaml: string) => operationOf(`parameters: [${yaml}]`).parameters[0];

test("a parameter becomes an option in camelCase, required as the document says", () => {
  const model = parameter(
    "{ name: account_id, in: query, required: true, schema: { type: string } }",
  );
  expect(model).toMatchObject({ option: "accountId", required: true, in: "query", isList: false });
});

test("a parameter of the path item belongs to each of its operations", () => {
  const { parameters } = operationOf(
    "parameters: [{ $ref: '#/components/parameters/Id' }]",
    "parameters: { Id: { name: id, in: query, schema: { type: string } } }",
  );
  expect(parameters).toMatchObject([{ name: "id", component: "Id" }]);
});

describe("how it is written", () => {
  test.each([
    ["in: query, schema: { type: array, items: { type: string } }", "form", true],
    ["in: query, explode: false, schema: { type: array, items: { type: string } }", "form", false],
    [
      "in: query, style: spaceDelimited, schema: { type: array, items: { type: string } }",
      "spaceDelimited",
      false,
    ],
    [
      "in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } }",
      "pipeDelimited",
      false,
    ],
    [
      "in: query, style: deepObject, explode: true, schema: { type: object, properties: { a: { type: string } } }",
      "deepObject",
      true,
    ],
    ["in: cookie, schema: { type: string }", "form", true],
    ["in: header, schema: { type: array, items: { type: string } }", "simple", false],
    ["in: path, required: true, schema: { type: string }", "simple", false],
  ])("%s is %s, exploded: %s", (yaml, style, explode) => {
    expect(parameter(`{ name: it, ${yaml} }`)).toMatchObject({ style, explode });
  });

  test.each([
    [
      "in: path, required: true, style: matrix, schema: { type: string }",
      "has the style matrix, which is not supported. Use simple.",
    ],
    [
      "in: query, style: deepObject, schema: { type: string }",
      "has the style deepObject, which is for objects only.",
    ],
    [
      "in: query, style: pipeDelimited, schema: { type: string }",
      "has the style pipeDelimited, which is for lists only.",
    ],
    [
      "in: query, style: pipeDelimited, explode: true, schema: { type: array, items: { type: string } }",
      "has the style pipeDelimited and explode: true, which means nothing.",
    ],
    [
      "in: header, schema: { type: object, properties: { a: {} } }",
      "is an object, which is supported in a query only.",
    ],
    [
      "in: query, content: { application/json: {} }",
      "is described by content, which is not supported.",
    ],
  ])("%s is refused in words", (yaml, words) => {
    expect(() => parameter(`{ name: it, ${yaml} }`)).toThrow(words);
  });
});

describe("what is checked before it is sent", () => {
  test.each([
    ["in: query, schema: { type: integer, format: int64 }", "int64"],
    ["in: query, schema: { type: integer, format: int32 }", "int32"],
    [
      "in: query, schema: { type: array, items: { type: integer, format: int32, minimum: 0 } }",
      "index",
    ],
    ["in: path, required: true, schema: { type: string }", "segment"],
    ["in: query, required: true, schema: { type: string }", "text"],
    ["in: query, schema: { type: string }", undefined],
    ["in: query, schema: { type: boolean }", undefined],
  ])("of %s: %s", (yaml, check) => {
    expect(parameter(`{ name: it, ${yaml} }`)?.check).toBe(check);
  });
});
