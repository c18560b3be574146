import { describe, expect, it } from "vitest";
import { checked, checkedWrong, findings, useMock } from "./checked.ts";
import { capillary } from "./planted-faults/capillary.ts";
import { superoffice } from "./planted-faults/superoffice.ts";

describe.each([
  { api: "capillary", faults: capillary },
  { api: "superoffice", faults: superoffice },
])("a server of $api", ({ api, faults }) => {
  const stateful = useMock(true);
  const stateless = useMock(false);

  it.each(faults)("with %s is found out (%s)", async (_what, only, wrongs, finding) => {
    const report = await checkedWrong(stateful(), wrongs, api, { only: [only] });
    expect(findings(report)).toContainEqual(expect.stringMatching(finding));
    expect(report.counts.differs).toBe(1);
  });

  it.each([
    ["the stateful mock, twice", stateful, 2, {}],
    ["the mock that keeps no state, by its examples", stateless, 1, { examplesOnly: true }],
  ])("that is right, %s, has nothing reported", async (_which, mock, runs, options) => {
    for (let run = 0; run < runs; run += 1) {
      const report = await checked(mock().url, api, options);
      expect(findings(report)).toEqual([]);
      expect(report.counts).toMatchObject({ differs: 0, "not sent": 0 });
      expect(report.counts.conforms).toBeGreaterThan(40);
    }
  });
});

it("more than twenty faults are planted", () => {
  expect(capillary.length + superoffice.length).toBeGreaterThan(20);
});
