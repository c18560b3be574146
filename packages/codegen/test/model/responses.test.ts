import { describe, expect, test } from "vitest";
import { operationOf } from "../small-api.ts";

const responses = (yaml: string) => operationOf(`responses: { ${yaml} }`);

test("statuses stay as the document writes them", () => {
  const { responses: all } = responses(
    "'201': { description: '' }, 4XX: { description: '' }, default: { description: '' }",
  );
  expect(all).toMatchObject([
    { status: "201", isSuccess: true },
    { status: "4XX", isSuccess: false },
    { status: "default", isSuccess: false },
  ]);
});

describe("a success brings", () => {
  test.each([
    [
      "'200': { description: '', content: { application/json: { schema: { type: object } } } }",
      "object",
      false,
    ],
    [
      "2XX: { description: '', content: { application/problem+json: { schema: { type: object } } } }",
      "object",
      false,
    ],
    [
      "'200': { description: '', content: { application/json: { schema: { type: array } } } }",
      "list",
      false,
    ],
    [
      "'200': { description: '', content: { application/json: { schema: { type: integer } } } }",
      "integer",
      false,
    ],
    [
      "'200': { description: '', content: { application/json: { schema: { type: [object, string] } } } }",
      "value",
      false,
    ],
    [
      "'200': { description: '', content: { image/png: { schema: { type: string, format: binary } } } }",
      "bytes",
      false,
    ],
    [
      "'200': { description: '', content: { text/plain: { schema: { type: string } } } }",
      "text",
      false,
    ],
    ["'204': { description: '' }", "none", false],
    [
      "'204': { description: '' }, '200': { description: '', content: { application/json: { schema: { type: object } } } }",
      "object",
      true,
    ],
  ])("%s: %s, without a body too: %s", (yaml, kind, maybeEmpty) => {
    expect(responses(yaml).success).toMatchObject({ kind, maybeEmpty });
  });
});

test("an operation that documents no success is refused", () => {
  expect(() => responses("4XX: { description: '' }")).toThrow("addPicture documents no success.");
});

describe("error codes", () => {
  const failure = (status: string, key: string, code: number) =>
    `'${status}': { description: '', content: { application/json: { examples: { ${key}: { summary: No, value: {}, x-error-code: ${code}, x-when: too-many } } } } }`;

  test("come from the examples, under a range of statuses as well", () => {
    const { codes } = responses(`'204': { description: '' }, ${failure("4XX", "too-many", 17)}`);
    expect(codes).toEqual([
      { code: 17, status: "4XX", example: "too-many", summary: "No", when: ["too-many"] },
    ]);
  });

  test("that two examples describe differently are refused", () => {
    const twice = `'204': { description: '' }, ${failure("400", "a", 17)}, ${failure("409", "b", 17)}`;
    expect(() => responses(twice)).toThrow("both say x-error-code 17");
  });
});

describe("repeating", () => {
  const deleting = (more: string) =>
    operationOf(`responses: { '204': { description: '' }, '404': { description: '' } }\n${more}`);

  test("is not done after a POST, unless the overlay says so", () => {
    expect(deleting("").isRepeatable).toBe(false);
    expect(deleting("x-fern-idempotent: true").isRepeatable).toBe(true);
  });
});

describe("a condition that leaving something out is", () => {
  const source =
    "parameters: [{ name: source, in: query, required: true, schema: { type: string }, x-when: missing-source }]";

  test("counts where the operation shows its answer", () => {
    const { parameters } = operationOf(`${source}
responses:
  '204': { description: '' }
  '400': { description: '', content: { application/json: { examples: { a: { value: {}, x-when: missing-source } } } } }`);
    expect(parameters[0]?.when).toBe("missing-source");
  });

  test("is an argument error where it does not", () => {
    expect(operationOf(source).parameters[0]?.when).toBeUndefined();
  });
});
