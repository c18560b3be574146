import type { Bundle } from "@image-apis/spec/generator";
import {
  type Finding,
  isError,
  type LintResult,
  openLinter,
  toDo,
  writeFindings,
} from "@image-apis/spec-tools";
import type { Draft } from "./draft.ts";
import { Cancelled } from "./questions.ts";

/** Lints the documents of one repository. */
export type Lint = () => Promise<LintResult>;

export const openLint = (repository: string): Lint => openLinter(repository);

/** The lint as it stands before and after files are written. */
export interface Checked {
  bundles: Bundle[];
  /**
   * Writes a draft with the provenance it lacks.
   *
   * @throws Error with the findings where the lint does not pass with it, and Cancelled; then nothing is written.
   */
  write(draft: Draft, signal?: AbortSignal): Promise<void>;
}

/** @throws Error where the lint has errors already: nobody could tell them from new ones. */
export async function checkedRepository(lint: Lint): Promise<Checked> {
  const before = await lint();
  const errors = errorsOf(before);
  if (errors !== "") throw new Error(`${errors}\n\nFix this first.`);
  return {
    bundles: before.bundles,
    async write(draft, signal) {
      const linted = async () => {
        draft.write();
        const result = await lint();
        if (signal?.aborted) throw new Cancelled();
        return result;
      };
      try {
        addProvenance(draft, (await linted()).findings);
        const left = errorsOf(await linted());
        if (left !== "") throw new Error(`${left}\n\nNothing was written.`);
      } catch (error) {
        draft.undo();
        throw error;
      }
    },
  };
}

function errorsOf({ findings, sources }: LintResult): string {
  return writeFindings(findings.filter(isError), sources, "stylish");
}

/** Gives every statement that has no source one that says so. */
function addProvenance(draft: Draft, findings: readonly Finding[]): void {
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
