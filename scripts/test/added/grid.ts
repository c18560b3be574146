/** Run in packages/contract of a copy: proves an API on everything that is made from its documents. */

import { loadContracts } from "@image-apis/conformance";
import { siteFolder } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import { loadCoverage } from "@image-apis/spec";
import { coverage, rowName } from "../src/coverage/coverage.ts";
import { builtPages } from "../src/docs/built-pages.ts";
import { clientFace } from "../src/faces/client.ts";
import { docsFace } from "../src/faces/docs.ts";
import { mockFace } from "../src/faces/mock.ts";
import { samplesFace } from "../src/faces/samples.ts";
import { schemaFace } from "../src/faces/schema.ts";
import { statefulMockFace } from "../src/faces/stateful-mock.ts";
import { typesFace } from "../src/faces/types.ts";
import { gridText } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";
import { samples } from "./samples.ts";

const [api = ""] = process.argv.slice(2);
const contracts = loadContracts().filter((it) => it.api === api);
const grid = await prove(contracts, [
  schemaFace,
  typesFace(),
  clientFace(),
  mockFace(() => startMock({ port: 0 })),
  statefulMockFace(statefulMock),
  docsFace(builtPages(siteFolder())),
  samplesFace(samples, () => startMock({ port: 0 })),
]);
const stated = loadCoverage(api).reasons.flatMap(({ rows }) => rows.map((row) => `${api} ${row}`));
const empty = coverage(contracts)
  .filter(({ exchanges }) => exchanges.length === 0)
  .map(rowName)
  .filter((name) => !stated.includes(name));
console.log(JSON.stringify({ grid: gridText(grid, false), empty }));

async function statefulMock() {
  const mock = await startMock({ port: 0, stateful: true });
  const reset = async () => {
    const headers = { "X-Mock-Control": "1" };
    await fetch(`${mock.url}/__mock/reset`, { method: "POST", headers });
  };
  return { ...mock, reset };
}
