import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { apiNames, loadExchanges, loadRefusals } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import type { Report, ReportRow } from "../src/report.ts";

const made = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
for (const name of ["grid.json", "grid.html"]) rmSync(made(name), { force: true });

// The proof is done once, by the command itself; what it writes is what the tests read.
const command = fileURLToPath(new URL("../scripts/contract.ts", import.meta.url));
const { status, stdout, stderr } = spawnSync(process.execPath, [command], { encoding: "utf8" });
if (!existsSync(made("grid.json"))) throw new Error(`The command wrote nothing:\n${stderr}`);
const { faces, rows, ...report }: Report = JSON.parse(readFileSync(made("grid.json"), "utf8"));

for (const note of report.notes) console.warn(`\n!!! ${note}\n`);

const named = rows.map((row) => [`${row.api}/${row.operationId}/${row.name}`, row] as const);

describe.each(faces)("on the face %s", (face) => {
  it.each(named)("%s is proved", (_id, { cells }) => {
    const cell = cells[face];
    expect(cell).toBeDefined();
    expect(cell?.state === "red" ? cell.differences : []).toEqual([]);
  });
});

describe("the grid", () => {
  it("has a row for every exchange and every refusal of every API, and no other", () => {
    const ids = apiNames().flatMap((api) => [...loadExchanges(api), ...loadRefusals(api)]);
    expect(named.map(([id]) => id).sort()).toEqual(ids.map(({ id }) => id).sort());
  });

  it("is proved, and shows everything that the documents declare, or says why not", () => {
    expect(report).toMatchObject({ isProved: true, coverageFaults: [] });
  });

  it("leaves out nothing but what is not documented and what a client cannot say", () => {
    const stated = named.flatMap(([id, { cells }]) =>
      Object.entries(cells).flatMap(([face, cell]) =>
        cell.state === "stated" ? [`${id} ${face} ${cell.reason}`] : [],
      ),
    );
    expect(stated.sort()).toEqual(named.flatMap(([id, row]) => leftOut(id, row)).sort());
  });
});

function leftOut(id: string, { api, kind }: ReportRow): string[] {
  if (kind !== "refusal") return [];
  const shown = ["types", "docs", "samples"].map((face) => `${id} ${face} not documented`);
  const refusal = loadRefusals(api).find((it) => it.id === id);
  return refusal?.client === "inexpressible" ? [...shown, `${id} client inexpressible`] : shown;
}

describe("the command", () => {
  it("prints the coverage and the grid, without colour into a pipe, and ends well", () => {
    expect(stdout).toContain("request multipart/form-data answered 400 8083 400-image-too-small");
    expect(stdout).toMatch(/^ +schema +types +client +mock +stateful +server +docs +samples$/m);
    expect(stdout).not.toContain("\u001b");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("writes a page that can be read", () => {
    expect(readFileSync(made("grid.html"), "utf8")).toContain(
      '<strong class="ok">Proved.</strong>',
    );
  });
});
