import { type OperationId, validate } from "@image-apis/client/validate";
import { loadContracts } from "@image-apis/conformance";
import { judgeResponse } from "@image-apis/http-contract";
import { type Json, operations, responseExamples } from "@image-apis/spec";
import { describe, expect, it } from "vitest";

/** Every documented JSON response, by API. */
const documented = loadContracts().flatMap(({ api, document }) =>
  operations(document).flatMap((operation) =>
    responseExamples(operation)
      .filter(({ mediaType }) => mediaType === "application/json")
      .map(({ status, key, example }) => ({
        api,
        document,
        operation,
        status,
        key,
        value: example.value,
      })),
  ),
);

/** Values of every type, and at the edges of formats. */
const others: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  "",
  "text",
  "1",
  "2025-02-30T00:00:00Z",
  "2025-02-03T00:00:00Z",
  "00000000-0000-0000-0000-00000000000g",
  [],
  [null],
  {},
  { other: 1 },
];

/** Copies of a value in which one place is another value, is missing, or has a property more. */
function* mutations(value: Json): Generator<Json> {
  yield* others;
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      for (const it of mutations(item)) yield value.with(at, it);
    }
    return;
  }
  yield { ...value, other: 1 };
  for (const [name, item] of Object.entries(value)) {
    const { [name]: _, ...rest } = value;
    yield rest;
    for (const it of mutations(item)) yield { ...value, [name]: it };
  }
}

/** An undocumented status has no JSON to hold a value against. */
describe.each(documented)("$api $operation.operationId $status $key", (shown) => {
  const { api, document, operation, status, value } = shown;
  // The cast: the operation is one of the documents'.
  const id = `${api}/${operation.operationId}` as OperationId;

  const byContract = async (body: Json) => {
    const response = {
      status,
      contentType: "application/json",
      headers: {},
      body: new TextEncoder().encode(JSON.stringify(body)),
    };
    const { faults } = await judgeResponse(document, operation, response);
    return faults.flatMap((it) => (it.rule === "body" ? [it.fault.pointer] : []));
  };
  const byClient = (body: Json) => validate(id, status, body).map(({ path }) => path);
  const places = (found: readonly string[]) => [...new Set(found)].sort();

  it("conforms for both", async () => {
    expect([await byContract(value), byClient(value)]).toEqual([[], []]);
  });

  it("has its faults in the same places for both, whatever is changed", async () => {
    let broken = 0;
    for (const body of mutations(value)) {
      const expected = places(await byContract(body));
      if (expected.length > 0) broken += 1;
      expect(places(byClient(body)), JSON.stringify(body)).toEqual(expected);
    }
    expect(broken).toBeGreaterThan(0);
  });
});
