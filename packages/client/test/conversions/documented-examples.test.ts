import { apiNames, loadCoverage, loadDocument, operations } from "@image-apis/spec";
import { expect, test } from "vitest";
import * as exported from "../../src/custom/index.ts";

/** The two functions of every schema that has a number, a boolean, a date or a link in disguise. */
const conversions: Record<string, [read: Convert, write: Convert]> = {
  CustomerImagesAdded: [exported.customerImagesAdded, exported.customerImagesAddedBody],
  CustomerImagesDeleted: [exported.customerImagesDeleted, exported.customerImagesDeletedBody],
  Customer: [exported.customer, exported.customerBody],
  RewardsFileStored: [exported.rewardsFileStored, exported.rewardsFileStoredBody],
  ImageInfo: [exported.imageInfo, exported.imageInfoBody],
};
// Any of the functions: the example's schema decides which.
type Convert = (body: never) => unknown;

/** Schemas whose values are numbers, texts and null already. */
const plain = apiNames().flatMap((api) => loadCoverage(api).withoutConversion);

const examples = apiNames().flatMap((api) =>
  operations(loadDocument(api)).flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, { content }]) => Object.values(content ?? {}))
      .flatMap(({ schema, examples = {} }) =>
        Object.entries(examples).map(([key, { value }]) => ({
          name: `${operationId} ${key}`,
          schema: /\w+$/.exec(String(schema?.$ref))?.[0] ?? "",
          value,
        })),
      ),
  ),
);

test("every documented success is either converted or has nothing to convert", () => {
  const schemas = new Set(examples.map(({ schema }) => schema));
  const advice =
    "A new schema needs a conversion, or a place under withoutConversion of coverage.yaml if it has nothing to convert";
  expect([...schemas].sort(), advice).toEqual([...Object.keys(conversions), ...plain].sort());
});

test.each(examples.filter(({ schema }) => schema in conversions))(
  "the documented example $name comes back as it was",
  ({ schema, value }) => {
    const [read, write] = conversions[schema] ?? [];
    const before = structuredClone(value);
    const converted = read?.(value as never);
    expect(value, "the wire body is left alone").toEqual(before);
    expect(write?.(converted as never)).toEqual(value);
  },
);
