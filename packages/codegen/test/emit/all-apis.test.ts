import { describe, expect, test } from "vitest";
import { answersFile } from "../../src/emit/client/answers.ts";
import { clientIndexFile } from "../../src/emit/client/index.ts";
import { operationIdsFile } from "../../src/emit/client/operation-ids.ts";
import { modelOf } from "../small-api.ts";

const operation = (id: string, responses = "'204': { description: '' }") =>
  `{ operationId: ${id}, tags: [], responses: { ${responses} } }`;
const api = (name: string, ...operations: string[]) => {
  const paths = operations.map((it, index) => `/p${index}: { get: ${it} }`).join(", ");
  return { ...modelOf(`paths: { ${paths} }`), api: name, name: name.toUpperCase() };
};

describe("operations of several APIs", () => {
  const both = [
    api("a", operation("getOne"), operation("getShared")),
    api("b", operation("getShared")),
  ];

  test("have a short name where no other API has it", () => {
    const text = operationIdsFile(both);
    expect(text).toContain('getOne: "a/getOne",');
    expect(text).toContain('| "b/getShared"');
    expect(text).not.toContain("getShared:");
  });

  test("leave a name that both have to the entry of each", () => {
    const text = clientIndexFile(both);
    expect(text).toContain("type GetOneOptions,");
    expect(text).not.toContain("GetSharedOptions");
  });
});

describe("documented answers", () => {
  const answers = (responses: string) => answersFile([api("a", operation("getOne", responses))]);

  test("without a body and without an example have their status as key", () => {
    expect(answers("'204': { description: '' }")).toContain('"a/getOne": "204";');
  });

  test("of a range are answered with a status of it", () => {
    const text = answers(
      "'204': { description: '' }, 4XX: { description: '', content: { application/json: { examples: { taken: { value: {} } } } } }",
    );
    expect(text).toMatch(/"taken": \{\s+"status": 400/);
  });

  test("of text are texts, of a picture a small PNG, and of other bytes empty", () => {
    expect(
      answers(
        "'200': { description: '', content: { text/plain: { examples: { done: { value: stored } } } } }",
      ),
    ).toContain('"text": "stored"');
    expect(answers("'200': { description: '', content: { image/png: {} } }")).toMatch(
      /"base64": "iVBOR/,
    );
    expect(answers("'200': { description: '', content: { application/pdf: {} } }")).toContain(
      '"base64": ""',
    );
  });
});
