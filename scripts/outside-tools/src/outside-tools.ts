/**
 * `npm run test:tools`: the tools of others read the published bundles. Swagger UI shows no warning, Postman's converter
 * sends each request to its host, and what three generators write compiles.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiNames } from "@image-apis/spec";
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
installOutside(folder);
buildForOutside("@image-apis/spec");

// Loaded when they are installed.
const { generatorFaults } = await import("./generators.ts");
const { postmanFaults } = await import("./postman.ts");
const { swaggerUiFaults } = await import("./swagger-ui.ts");

const output = mkdtempSync(join(tmpdir(), "outside-tools-"));
let failed = 0;
let passed = 0;
const report = (what: string, faults: readonly string[]) => {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${faults.length === 0 ? "ok    " : "FAILED"} ${what}\n`);
  for (const fault of faults) process.stdout.write(`       ${fault}\n`);
};
try {
  for (const api of apiNames()) {
    const document = fileURLToPath(import.meta.resolve(`@image-apis/spec/bundles/${api}.json`));
    report(`${api}: Swagger UI shows no warning`, await swaggerUiFaults(document));
    report(`${api}: Postman sends each request to its host`, await postmanFaults(document));
    for (const [generator, faults] of generatorFaults(api, document, folder, output)) {
      report(`${api}: what ${generator} writes compiles`, faults);
    }
  }
} finally {
  rmSync(output, { recursive: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
