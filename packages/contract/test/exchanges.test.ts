import { describe, expect, it } from "vitest";
import { coverageReasons } from "../scripts/coverage-reasons.ts";
import { faces, samples } from "../scripts/faces.ts";
import { loadContracts } from "../src/contract.ts";
import { coverage } from "../src/coverage/coverage.ts";
import { coverageFaults } from "../src/coverage/reasons.ts";
import { isProved } from "../src/grid.ts";
import { explanations, gridText } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";

const grid = await prove(loadContracts(), faces);
const rows = grid.rows.map(
  (row) => [(row.exchange ?? row.refusal)?.id ?? `${row.operationId} (none)`, row] as const,
);

describe.each(grid.faces)("on the face %s", (face) => {
  it.each(rows)("%s is proved", (_id, row) => {
    expect(explanations({ faces: [face], rows: [row] })).toEqual([]);
  });
});

describe("the grid", () => {
  it("has no empty and no red cell", () => {
    expect(isProved(grid), gridText(grid)).toBe(true);
  });

  it("shows everything that the documents declare, or says why not", () => {
    expect(coverageFaults(coverage(loadContracts()), coverageReasons())).toEqual([]);
  });

  it("leaves out nothing but what no sample sends, what is not documented and what a client cannot say", () => {
    const stated = grid.rows.flatMap(({ exchange, refusal, cells }) =>
      Object.entries(cells).flatMap(([face, cell]) =>
        cell.state === "stated" ? [`${(exchange ?? refusal)?.id} ${face} ${cell.reason}`] : [],
      ),
    );
    const sampled = (id: string) => samples.find(id)?.exchange;
    const expected = grid.rows.flatMap(({ operationId, exchange, refusal }) => {
      if (refusal !== undefined) {
        const shown = ["types", "docs", "samples"].map(
          (it) => `${refusal.id} ${it} not documented`,
        );
        const { client } = refusal;
        return client === "unsayable" ? [...shown, `${refusal.id} client unsayable`] : shown;
      }
      if (exchange === undefined || sampled(operationId) === exchange.name) return [];
      return [`${exchange.id} samples not sampled`];
    });
    expect(stated.sort()).toEqual(expected.sort());
  });
});
