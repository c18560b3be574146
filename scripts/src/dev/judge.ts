import { SupportError } from "@image-apis/codegen";
import { type GeneratedFolder, openGenerator } from "@image-apis/codegen/generate";
import type { Bundle } from "@image-apis/spec/generator";
import { type Finding, isError, openLinter, type Verdict } from "@image-apis/spec-tools";

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
      const finding = unsupported(error, verdict.bundles);
      if (finding === undefined) {
        return { ...verdict, generated: undefined, failure: (error as Error).message };
      }
      const findings = [...verdict.findings, finding];
      return { ...verdict, findings, bundles: [], generated: undefined, failure: undefined };
    }
  };
}

/** What no code can be generated for, at its place in the sources. */
function unsupported(error: unknown, bundles: readonly Bundle[]): Finding | undefined {
  if (!(error instanceof SupportError)) return undefined;
  const bundle = bundles.find(({ api }) => api === error.api);
  let pointer = error.pointer;
  while (pointer !== "" && bundle?.locations[pointer] === undefined) {
    pointer = pointer.slice(0, pointer.lastIndexOf("/"));
  }
  const { file = "spec", line = 1, column = 1 } = bundle?.locations[pointer] ?? {};
  const { message } = error;
  const page = "packages/codegen/README.md";
  return { file, line, column, severity: "error", rule: "generated-code", message, page };
}
