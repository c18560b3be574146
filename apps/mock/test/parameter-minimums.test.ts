import { apiNames, loadDocument, operations, resolve, type Schema } from "@image-apis/spec";
import { beforeAll, describe, expect, test } from "vitest";
import { useMock } from "./support/mock.ts";
import { basic, png } from "./support/requests.ts";

/** A number that a document gives a least value, and where it stands. */
interface Bounded {
  operationId: string;
  method: string;
  place: "path" | "query";
  name: string;
  minimum: number;
  target(value: number): string;
}

/** Every number of the documents with a least value. */
const bounded = apiNames().flatMap((api): Bounded[] => {
  const document = loadDocument(api);
  return operations(document).flatMap((operation) =>
    operation.parameters.flatMap(({ name, in: place, schema }): Bounded[] => {
      if (place !== "path" && place !== "query") return [];
      const own = resolve<Schema>(document, schema);
      const { minimum } = own.items === undefined ? own : resolve<Schema>(document, own.items);
      if (typeof minimum !== "number") return [];
      const values = Object.fromEntries(
        operation.parameters.map((it) => [it.name, String(exampleOf(it.examples))]),
      );
      const target = (value: number) => {
        const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
          key === name ? String(value) : (values[key] ?? ""),
        );
        return place === "path" ? path : `${path}?${name}=${value}`;
      };
      const { operationId, method } = operation;
      return [{ operationId, method: method.toUpperCase(), place, name, minimum, target }];
    }),
  );
});

function exampleOf(examples: Record<string, { value: unknown }> = {}): unknown {
  return Object.values(examples)[0]?.value;
}

test("the documents have such numbers, widths and ids among them", () => {
  expect(bounded.map(({ name }) => name)).toEqual(expect.arrayContaining(["w", "h", "personId"]));
});

describe.each([true, false])("a number below its documented minimum (stateful: %s)", (stateful) => {
  const mock = useMock({ stateful });
  const state = async () =>
    stateful ? (await mock.send({ target: "/__mock/state" })).json() : undefined;
  let start: unknown;
  beforeAll(async () => {
    start = await state();
  });

  test.each(bounded)("$name of $operationId is refused", async (it) => {
    const { method, place, name, minimum, target } = it;
    for (const value of [minimum - 1, minimum - 5, -2_147_483_648]) {
      const headers = { ...basic, "Content-Type": "image/png" };
      const body = method === "PUT" ? png : undefined;
      const refused = await mock.send({ method, target: target(value), headers, body });

      expect([target(value), refused.status]).toEqual([target(value), 400]);
      const [last] = (await mock.send({ target: "/__mock/requests" })).json().slice(-1);
      expect(last.violations).toEqual([`The ${place} parameter "${name}" must be >= ${minimum}.`]);
    }
    expect(await state()).toEqual(start);
  });
});
