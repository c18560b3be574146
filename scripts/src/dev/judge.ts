import { type GeneratedFolder, openGenerator } from "@image-apis/codegen/generate";
import { isError } from "../../../spec/lint/finding.ts";
import { openLinter, type Verdict } from "../../../spec/lint/linter.ts";

/** What the documents are, and everything that is generated from them in a moment. */
export interface Judgement extends Verdict {
  /** `undefined` where an error was found. */
  generated: GeneratedFolder[] | undefined;
  /** Why nothing can be generated from documents without errors. */
  failure: string | undefined;
}

/** Opens a judge that lints, bundles and generates in this process; what did not change is not judged again. */
export function openJudge(repository: string): () => Promise<Judgement> {
  const lint = openLinter(repository);
  const generate = openGenerator();
  return async () => {
    const verdict = await lint();
    if (verdict.findings.some(isError)) {
      return { ...verdict, generated: undefined, failure: undefined };
    }
    try {
      return { ...verdict, generated: await generate(verdict.bundles), failure: undefined };
    } catch (error) {
      return { ...verdict, generated: undefined, failure: (error as Error).message };
    }
  };
}
