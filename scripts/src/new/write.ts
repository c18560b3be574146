import type { Bundle } from "../../../spec/build/bundle.ts";
import { isError } from "../../../spec/lint/finding.ts";
import { openLinter } from "../../../spec/lint/linter.ts";
import { writeFindings } from "../../../spec/lint/report.ts";
import { toDo } from "../../../spec/lint/to-do.ts";
import type { Draft } from "./draft.ts";

/** The lint as it stands before and after files are written. */
export interface Checked {
  bundles: Bundle[];
  /**
   * Writes a draft with the provenance it lacks.
   *
   * @throws Error with the findings where the lint does not pass with it; then nothing is written.
   */
  write(draft: Draft): Promise<void>;
}

/** @throws Error where the lint has errors already: nobody could tell them from new ones. */
export async function checkedRepository(repository: string): Promise<Checked> {
  const lint = openLinter(repository);
  const before = await lint();
  const errors = before.findings.filter(isError);
  if (errors.length > 0) {
    throw new Error(`${writeFindings(errors, before.sources, "stylish")}\n\nMend this first.`);
  }
  return {
    bundles: before.bundles,
    async write(draft) {
      draft.write();
      try {
        addProvenance(draft, (await lint()).findings);
        draft.write();
        const { findings: all, sources } = await lint();
        const findings = all.filter(isError);
        if (findings.length === 0) return;
        const text = writeFindings(findings, sources, "stylish");
        throw new Error(`${text}\n\nNothing was written.`);
      } catch (error) {
        draft.undo();
        throw error;
      }
    },
  };
}

type Findings = Awaited<ReturnType<ReturnType<typeof openLinter>>>["findings"];

/** Gives every statement that has no source one that says so. */
function addProvenance(draft: Draft, findings: Findings): void {
  const missing = findings.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  for (const [file, statements] of Map.groupBy(missing, (it) => it.file)) {
    const byKind = Map.groupBy(statements, ({ kind }) => kind);
    const written = [...byKind].map(([kind, all]) => ({
      kind,
      at: all.map(({ at }) => at),
      source: [],
      status: "inferred",
      why: toDo("name the entry that says so, or say why we conclude it"),
    }));
    draft.insert(file, ["statements"], written, toDo("name the sources"));
  }
}
