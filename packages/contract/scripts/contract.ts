/**
 * Prints the grid of all exchanges and all faces and the coverage table, and writes both to dist/grid.json and
 * dist/grid.html. Fails on an empty or a red cell, and on a row of the coverage that is empty without a reason.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadContracts } from "@image-apis/conformance";
import { coverage } from "../src/coverage/coverage.ts";
import { coverageText } from "../src/coverage/coverage-text.ts";
import { gridText } from "../src/grid-text.ts";
import { report } from "../src/report.ts";
import { reportHtml } from "../src/report-html.ts";
import { prove } from "../src/runner.ts";
import { coverageReasons } from "./coverage-reasons.ts";
import { faces } from "./faces.ts";

const contracts = loadContracts();
const reasons = coverageReasons();
const grid = await prove(contracts, faces);
const result = report(contracts, grid, reasons);

const { stdout } = process;
const colour = stdout.isTTY && stdout.hasColors();
console.log(coverageText(coverage(contracts), reasons, colour));
console.log(`\n${gridText(grid, colour)}`);
if (result.coverageFaults.length > 0) console.log(`\n${result.coverageFaults.join("\n")}`);

const folder = fileURLToPath(new URL("../dist", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/grid.json`, `${JSON.stringify(result, null, 2)}\n`);
writeFileSync(`${folder}/grid.html`, reportHtml(result));
process.exitCode = result.isProved ? 0 : 1;
