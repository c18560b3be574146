import { clientFace } from "../../src/faces/client.ts";
import { schemaFace } from "../../src/faces/schema.ts";
import type { Check } from "../../src/mutate/check.ts";
import { coverageCheck } from "../../src/mutate/checks/coverage.ts";
import { evidenceCheck } from "../../src/mutate/checks/evidence.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import type { Subject } from "../../src/mutate/subject.ts";
import { coverageReasons } from "../coverage-reasons.ts";
import { docsCheck } from "./docs-check.ts";
import { lintCheck } from "./lint-check.ts";
import { mockChecks } from "./mock-checks.ts";
import { typesCheck } from "./types-check.ts";

/** Everything that judges a changed document, the cheapest first, and what stops what was started. */
export async function startChecks(
  subjects: readonly Subject[],
): Promise<{ checks: Check[]; close(): Promise<void> }> {
  const mocks = await mockChecks(subjects);
  return {
    checks: [
      evidenceCheck,
      coverageCheck(coverageReasons()),
      { ...faceCheck("schema", () => schemaFace), takesLargeFiles: true },
      lintCheck,
      typesCheck,
      faceCheck("client", () => clientFace()),
      ...mocks.checks,
      docsCheck(subjects),
    ],
    close: mocks.close,
  };
}
