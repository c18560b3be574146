import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";
import { expect, test } from "vitest";
import { mockApis } from "../src/prism/mock-operation.ts";
import { State } from "../src/state/state.ts";

test("the images of persons have a bound of 256 MB, which the remembered ones count for", async () => {
  const apis = apiNames().map((name) => ({
    name,
    document: loadDocument(name),
    exchanges: loadExchanges(name),
  }));
  const state = new State();
  const { operations } = await mockApis(apis);
  await state.reset(operations);
  const save = operations.find(({ operation }) => operation.operationId === "savePersonImage");
  const account = save && state.operation(save)?.keptBytes;
  const persons = state.snapshot().persons as { image: { bytes: number } | null }[];
  const remembered = persons.reduce((sum, { image }) => sum + (image?.bytes ?? 0), 0);
  const room = 256 * 1024 ** 2 - remembered;

  expect(remembered).toBeGreaterThan(0);
  expect(account?.reserve().take(room + 1)).toBe(false);
  expect(account?.reserve().take(room)).toBe(true);
});
