import { apiNames, loadDocument, operations } from "@image-apis/spec";
import { expect, test } from "vitest";
import { loadModels } from "../../src/index.ts";

test("every API of the repository has a model, with each of its operations and their exchanges", () => {
  const models = loadModels();
  expect(models.map(({ api }) => api)).toEqual(apiNames());
  for (const { api, operations: models_ } of models) {
    expect(models_.map(({ operationId }) => operationId)).toEqual(
      operations(loadDocument(api)).map(({ operationId }) => operationId),
    );
    for (const { exchanges } of models_) expect(exchanges).not.toEqual([]);
  }
});
