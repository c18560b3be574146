import { expect, test } from "vitest";
import { optionNames } from "../../src/index.ts";
import { modelOf, operationOf } from "../small-api.ts";

test("a method has an option for everything that varies", () => {
  const operation = operationOf(`
parameters: [{ name: w, in: query, schema: { type: integer } }]
requestBody: { content: { image/png: { schema: { format: binary } }, image/gif: { schema: { format: binary } } } }
responses: { '200': { description: '', content: { image/png: {}, image/gif: {} } } }`);
  expect(optionNames(operation)).toEqual(["w", "file", "mediaType", "accept"]);
});

test("grouped parameters are one option", () => {
  const { operations } = modelOf(
    "paths: { /a: { get: { operationId: getA, tags: [], responses: { '204': { description: '' } }, parameters: [{ name: X-On-Behalf, in: header, schema: { type: string } }, { name: X-Store, in: header, schema: { type: string } }] } } }",
    `
- { target: "$.paths['/a'].get.parameters[0]", update: { x-ms-parameter-grouping: { name: behalf } } }
- { target: "$.paths['/a'].get.parameters[1]", update: { x-ms-client-name: store, x-ms-parameter-grouping: { name: behalf } } }`,
  );
  expect(operations.map(optionNames)).toEqual([["behalf"]]);
  expect(operations[0]?.parameters).toMatchObject([{ option: "xOnBehalf" }, { option: "store" }]);
});

test.each([
  [
    "[{ name: id, in: path, required: true, schema: { type: string } }, { name: id, in: query, schema: { type: string } }]",
    "is called id, and so is another value.",
  ],
  [
    "[{ name: headers, in: query, schema: { type: string } }]",
    "is called headers, which every method has.",
  ],
])("%s is refused", (parameters, words) => {
  expect(() => operationOf(`parameters: ${parameters}`)).toThrow(words);
});

test("two operations of one name are refused", () => {
  const one = "{ operationId: getA, tags: [], responses: { '204': { description: '' } } }";
  expect(() => modelOf(`paths: { /a: { get: ${one} }, /b: { get: ${one} } }`)).toThrow(
    "Two operations are called getA.",
  );
});

test("a refusal says which API and where in its bundle", () => {
  let refused: unknown;
  try {
    operationOf("parameters: [{ name: headers, in: query, schema: { type: string } }]");
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({
    name: "SupportError",
    api: "pictures",
    pointer: "/paths/~1pictures/post",
  });
});
