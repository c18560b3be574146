import { checkConformance, exitCodeOf, loadContracts } from "@image-apis/conformance";
import { expect, it } from "vitest";
import { useMock } from "./checked.ts";

const mock = useMock(false);

it("of an API that it knows no way to tidy, the report says what stays", async () => {
  const [contract] = loadContracts().filter(({ api }) => api === "superoffice");
  if (contract === undefined) throw new Error("There is no such API.");

  const report = await checkConformance(
    { ...contract, api: "another" },
    { target: mock().url, api: "another", allowWrites: true, examplesOnly: true, environment: {} },
  );

  expect(report.leftBehind).toEqual([
    "What savePersonImage changed stays: this command does not know how to undo it for another.",
    "What deletePersonImage changed stays: this command does not know how to undo it for another.",
  ]);
  expect(report.notRemoved).toBeUndefined();
  expect(exitCodeOf(report, false)).toBe(0);
});
