import { loadDocument, operations } from "@image-apis/spec";
import { expect, test } from "vitest";
import { schemaViolations } from "../../src/index.ts";

const document = loadDocument("capillary");
const getCustomer = operations(document).find(({ operationId }) => operationId === "getCustomer");
const media = getCustomer?.responses["200"]?.content?.["application/json"];
const violations = (count: number) =>
  schemaViolations(document, media, {
    id: 1,
    customerImage: Array.from({ length: count }, () => ({})),
  });

test("of a body with some faults each is told", () => {
  expect(violations(2)).toHaveLength(8);
  expect(violations(2).at(-1)).toMatch(/^\/customerImage\/1 must have required property/);
});

test("of a body with very many faults the first is told: finding all takes their number squared", () => {
  expect(violations(20_000)).toEqual(["/customerImage/0 must have required property 'code'."]);
});

test("a long body without a fault has none", () => {
  const other = Array.from({ length: 20_000 }, (_, at) => ({ at }));

  expect(schemaViolations(document, media, { id: 1, other })).toEqual([]);
});
