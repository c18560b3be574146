import { describeSources } from "../../../packages/types/build/documents.ts";
import { generatedFiles } from "../../../packages/types/build/generated-files.ts";
import type { Bundle } from "../../../spec/build/bundle.ts";
import { openLinter, type Verdict } from "../../../spec/lint/linter.ts";

/** What the documents are, and everything that is made from them in a moment. */
export interface Judgement extends Verdict {
  /** By path from the generated folder; `undefined` where something was found. */
  types: Map<string, string> | undefined;
  /** Why the types cannot be made from documents without findings. */
  failure: string | undefined;
}

/** Opens a judge that lints, bundles and makes the types in this process; what did not change is not judged again. */
export function openJudge(repository: string): () => Promise<Judgement> {
  const lint = openLinter(repository);
  return async () => {
    const verdict = await lint();
    if (verdict.findings.length > 0) return { ...verdict, types: undefined, failure: undefined };
    try {
      return { ...verdict, types: await typesOf(verdict.bundles), failure: undefined };
    } catch (error) {
      return { ...verdict, types: undefined, failure: (error as Error).message };
    }
  };
}

function typesOf(bundles: readonly Bundle[]): Promise<Map<string, string>> {
  return generatedFiles(
    new Map(
      bundles.map(({ api, document, evidence }) => [api, describeSources(document, evidence)]),
    ),
  );
}
