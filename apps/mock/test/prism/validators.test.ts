import {
  ajvValidator,
  type CompiledApis,
  type ContractOperation,
  type Failure,
  type ParameterValues,
} from "@image-apis/http-contract";
import {
  apiNames,
  type Json,
  loadDocument,
  loadExchanges,
  loadRefusals,
  type Parameter,
  resolve,
  type Schema,
} from "@image-apis/spec";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { mockApis } from "../../src/prism/mock-operation.ts";
import { prismValidator } from "../../src/prism/prism-validator.ts";

/*
 * A server validates by Ajv, the mock by Prism. Both must find the same rules broken, or a client that is right on the
 * mock is wrong on the server.
 */

let apis: CompiledApis;
beforeAll(async () => {
  apis = await mockApis(
    apiNames().map((name) => ({
      name,
      document: loadDocument(name),
      exchanges: loadExchanges(name),
    })),
  );
});

const ajv = ajvValidator();

/** What a client gets to know of failures: which rules, and where. */
const verdict = (failures: readonly Failure[]) =>
  failures.map(({ conditions, status, violation }) => [
    conditions,
    status,
    violation.in,
    violation.name,
  ]);

async function expectSameParameters(operation: ContractOperation, values: ParameterValues) {
  const copy = structuredClone(values);
  const byAjv = verdict(await ajv.parameters(operation, values));
  const byPrism = verdict(await prismValidator.parameters(operation, values));
  expect(byAjv, JSON.stringify([operation.operation.operationId, values])).toEqual(byPrism);
  expect(values).toEqual(copy);
}

/** The parameters of the documented calls: their values as they travel. */
function documentedValues(served: ContractOperation): ParameterValues[] {
  const { api, operation } = served;
  const requests = [
    ...loadExchanges(api).filter((it) => it.operationId === operation.operationId),
    ...loadRefusals(api).filter((it) => it.operationId === operation.operationId),
  ].map(({ request }) => request);
  const texts = (value: Json) => [value].flat().map(String);
  return requests.map(({ path, query, headers }) => ({
    path: Object.fromEntries(
      Object.entries(path).map(([name, value]) => [name, texts(value as Json).join()]),
    ),
    query: Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, texts(value as Json)]),
    ),
    headers: Object.fromEntries(
      Object.entries(headers)
        .map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
        .filter(([name]) =>
          operation.parameters.some((it) => it.in === "header" && it.name.toLowerCase() === name),
        ),
    ),
  }));
}

const odd = ["", " ", "0", "-0", "1", "-5", "+5", "007", "1.0", "1.5", "1e3", "0x10", "2147483647"];
const odder = ["2147483648", "9007199254740993", "9223372036854775808", "NaN", "Infinity", "null"];
const words = [
  "true",
  "FALSE",
  "a",
  "A,B",
  "1,2",
  "[]",
  "{}",
  "ü图",
  "x".repeat(300),
  "a b",
  "%41",
];

function oddValues({ document }: ContractOperation, { schema }: Parameter): string[] {
  const own = resolve<Schema>(document, schema);
  const listed = [own.enum ?? []].flat().map(String);
  return [
    ...odd,
    ...odder,
    ...words,
    ...listed.flatMap((it) => [it, it.toLowerCase(), it.toUpperCase(), `${it} `]),
  ];
}

/** The same values with one parameter changed: left out, empty, or odd in some way. */
function changed(
  values: ParameterValues,
  { name, in: place }: Parameter,
  texts: readonly string[],
): ParameterValues | undefined {
  const copy = structuredClone(values);
  if (place === "query") {
    if (texts.length === 0) delete copy.query[name];
    else copy.query[name] = [...texts];
    return copy;
  }
  const [text] = texts;
  const all = place === "path" ? copy.path : copy.headers;
  const key = place === "path" ? name : name.toLowerCase();
  // An empty segment is another path.
  if (text === undefined || texts.length > 1 || (place === "path" && text === "")) return undefined;
  all[key] = text;
  return copy;
}

test("every documented call and refusal breaks the same rules of its parameters", async () => {
  let count = 0;
  for (const operation of apis.operations) {
    for (const values of documentedValues(operation)) {
      await expectSameParameters(operation, values);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(100);
});

test("so does every documented call with one parameter left out, empty, repeated or odd", async () => {
  for (const operation of apis.operations) {
    const [values] = documentedValues(operation);
    if (values === undefined) continue;
    for (const parameter of operation.operation.parameters) {
      const texts = oddValues(operation, parameter).map((it) => [it]);
      for (const all of [[], ["1", "2"], ["a", "a"], ...texts]) {
        const mutated = changed(values, parameter, all);
        if (mutated !== undefined) await expectSameParameters(operation, mutated);
      }
    }
  }
});

test("so does any call", async () => {
  const cases = apis.operations.flatMap((operation) =>
    operation.operation.parameters.map((parameter) => ({ operation, parameter })),
  );
  await fc.assert(
    fc.asyncProperty(
      // By number: a failure prints it, and no document.
      fc.nat({ max: cases.length - 1 }),
      fc.array(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), {
        maxLength: 3,
      }),
      async (at, texts) => {
        const { operation, parameter } = cases[at] ?? {};
        if (operation === undefined || parameter === undefined) return;
        const [values] = documentedValues(operation);
        const mutated = values && changed(values, parameter, texts);
        if (mutated !== undefined) await expectSameParameters(operation, mutated);
      },
    ),
    { numRuns: 500 },
  );
});

const kinds: Record<string, object> = {
  boolean: { type: "boolean" },
  number: { type: "number", exclusiveMinimum: 0 },
  integer: { type: "integer", multipleOf: 2, maximum: 100 },
  pattern: { type: "string", pattern: "^[a-c]+$" },
  length: { type: "string", minLength: 1, maxLength: 3 },
  date: { type: "string", format: "date" },
  nullable: { type: ["string", "null"], enum: ["a", null] },
  integers: { type: "array", items: { type: "integer", minimum: 0 }, uniqueItems: true },
  words: { type: "array", items: { enum: ["a", "b"] }, minItems: 1, maxItems: 2 },
  either: { anyOf: [{ type: "integer" }, { const: "all" }] },
};

test.each(Object.entries(kinds))(
  "so does a parameter of a kind that no document has yet: %s",
  async (_, schema) => {
    const document = loadDocument("superoffice");
    const operation = document.paths["/api/v1/Person/{personId}/Image"]?.get;
    const parameters = ["optional", "needed"].map((name) => ({
      name,
      in: "query",
      required: name === "needed",
      schema,
    }));
    Object.assign(operation ?? {}, { parameters: [operation?.parameters?.[0], ...parameters] });
    const { operations } = await mockApis([{ name: "superoffice", document }]);
    const served = operations.find((it) => it.operation.operationId === "getPersonImage");
    if (served === undefined) throw new Error("There is no getPersonImage.");
    for (const texts of [
      [],
      ["1", "2"],
      ["a", "a"],
      ...[...odd, ...odder, ...words].map((it) => [it]),
    ]) {
      for (const query of [{ optional: texts, needed: ["a"] }, { needed: texts }]) {
        const sent = Object.entries(query).filter(([, all]) => all.length > 0);
        const values = { path: { personId: "5" }, query: Object.fromEntries(sent), headers: {} };
        await expectSameParameters(served, values);
      }
    }
  },
);

test.each([
  ["getPersonImage", { query: { w: ["-5"] } }, "invalid-w"],
  ["getPersonImage", { query: { h: ["0"] } }, "invalid-h"],
  ["getPersonImage", { path: { personId: "0" } }, "invalid-person-id"],
  ["getPersonImageInfo", { path: { personId: "0" } }, "invalid-person-id"],
  ["deletePersonImage", { path: { personId: "-1" } }, "invalid-person-id"],
  ["savePersonImage", { path: { personId: "0" } }, "invalid-person-id"],
])("%s with %j is refused by both", async (id, its, condition) => {
  const served = apis.operations.find(({ operation }) => operation.operationId === id);
  if (served === undefined) throw new Error(`There is no ${id}.`);
  const values = { path: { personId: "5" }, query: {}, headers: {}, ...its };

  for (const validator of [ajv, prismValidator]) {
    const failures = await validator.parameters(served, values);
    expect(failures.map(({ conditions }) => conditions)).toEqual([[condition]]);
  }
});

const bodies: Json[] = [
  ...[null, true, false, 0, 1, "", "text", [], {}, [{ key: "a" }]],
  ...[{ key: "a" }, { secret: "b" }, { key: 1, secret: "b" }, { key: "", secret: "" }],
  ...[
    { key: null, secret: null },
    { key: "a", secret: "b" },
    { key: "a", secret: "b", more: 1 },
  ],
];

test.each(bodies.map((body) => [JSON.stringify(body), body]))(
  "the JSON body %s breaks the same rules",
  async (_, body) => {
    const media = "application/json";
    const takers = apis.operations.filter(
      ({ operation }) => operation.requestBody?.content[media] !== undefined,
    );
    expect(takers.length).toBeGreaterThan(0);
    for (const operation of takers) {
      const [values = { path: {}, query: {}, headers: {} }] = documentedValues(operation);
      const byAjv = verdict(await ajv.json(operation, values, media, body));
      const byPrism = verdict(await prismValidator.json(operation, values, media, body));
      expect(byAjv).toEqual(byPrism);
    }
  },
);
