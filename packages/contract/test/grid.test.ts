import { describe, expect, it } from "vitest";
import type { Cell } from "../src/cell.ts";
import type { Face } from "../src/face.ts";
import { isProved } from "../src/grid.ts";
import { gridText } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";
import { one } from "./one.ts";

const exchange = "superoffice/deletePersonImage/deleted";
const face = (name: string, check: () => Cell): Face => ({ name, open: () => ({ check }) });
const ok = face("fine", () => ({ state: "ok" }));
const stated = face("later", () => ({ state: "stated", reason: "stateful" }));
const red = face("wrong", () => ({
  state: "red",
  differences: [{ what: "status", expected: "204", received: "200" }],
}));

/** A contract whose document has no operation but that of its one exchange. */
function small() {
  const contract = one(exchange);
  const path = "/api/v1/Person/{personId}/Image";
  const { delete: operation } = contract.document.paths[path] ?? {};
  contract.document.paths = { [path]: operation === undefined ? {} : { delete: operation } };
  return contract;
}

describe("a grid", () => {
  it("is proved when every cell is ok or has a stated reason", async () => {
    const grid = await prove([small()], [ok, stated]);
    expect(isProved(grid)).toBe(true);
    expect(gridText(grid).split("\n")).toEqual([
      "           fine  later",
      "superoffice deletePersonImage",
      "  deleted  ok    stateful",
      "",
      "1 exchange on 2 faces: 1 ok, 1 stateful",
    ]);
  });

  it("explains a red cell with its file, what was expected and what came", async () => {
    const grid = await prove([small()], [ok, red]);
    expect(isProved(grid)).toBe(false);
    expect(gridText(grid).split("\n").slice(-2)).toEqual([
      "spec/superoffice/exchanges/deletePersonImage/deleted.yaml (wrong)",
      "  status: expected 204; received 200",
    ]);
  });

  it("is not proved while an operation has no exchange, and says what to add", async () => {
    const grid = await prove([{ ...small(), exchanges: [] }], [ok]);
    expect(isProved(grid)).toBe(false);
    expect(gridText(grid)).toContain("(no exchange)  empty");
    expect(gridText(grid)).toContain("add one under spec/superoffice/exchanges/deletePersonImage/");
  });

  it("turns red where a face cannot be opened or fails on the way", async () => {
    const closed: Face = {
      name: "closed",
      open: () => {
        throw new Error("port taken");
      },
    };
    const broken = face("broken", () => {
      throw new Error("out of paper");
    });
    const text = gridText(await prove([small()], [closed, broken]));
    expect(text).toContain("received port taken");
    expect(text).toContain("received out of paper");
  });

  it("tells once what is the same in many cells of a face", async () => {
    const contract = small();
    const text = gridText(await prove([contract, contract], [red, ok]));
    expect(text).toMatch(
      /2 red.*\n\n\S+deleted\.yaml \(wrong\)\n {2}status: .*\n {2}and the same in/,
    );
    expect(text.match(/expected 204/g)).toHaveLength(1);
  });

  it("is coloured only when asked to be", async () => {
    const grid = await prove([small()], [ok]);
    expect(gridText(grid)).not.toContain("\u001b");
    expect(gridText(grid, true)).toContain("\u001b[32mok");
  });
});
