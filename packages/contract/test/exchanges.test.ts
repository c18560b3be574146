import { describe, expect, it } from "vitest";
import { faces, samples } from "../scripts/faces.ts";
import { loadContracts } from "../src/contract.ts";
import { isProved } from "../src/grid.ts";
import { explanations, gridText } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";

const grid = await prove(loadContracts(), faces);
const rows = grid.rows.map(
  (row) => [row.exchange?.id ?? `${row.operationId} (none)`, row] as const,
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

  it("leaves out nothing but what needs a mock that keeps state, and what no sample sends", () => {
    const stated = grid.rows.flatMap(({ exchange, cells }) =>
      Object.entries(cells).flatMap(([face, cell]) =>
        cell.state === "stated" ? [`${exchange?.id} ${face} ${cell.reason}`] : [],
      ),
    );
    const sampled = (id: string) => samples.find(id)?.exchange;
    const expected = grid.rows.flatMap(({ operationId, exchange }) => {
      if (exchange === undefined) return [];
      return [
        ...(exchange.given.length > 0 ? [`${exchange.id} mock stateful`] : []),
        ...(sampled(operationId) === exchange.name ? [] : [`${exchange.id} samples not sampled`]),
      ];
    });
    expect(stated).toEqual(expected);
  });
});
