import { SupportError } from "@image-apis/codegen";
import { type GeneratedFolder, openGenerator } from "@image-apis/codegen/generate";
import type { Bundle } from "@image-apis/spec/generator";
import { type Finding, isError, type LintResult, openLinter } from "@image-apis/spec-tools";

/** What the documents are, and everything that is generated from them in a moment. */
export interface CheckResult extends LintResult {
  /** `undefined` where an error was found. */
  generated: GeneratedFolder[] | undefined;
  /** Why nothing can be generated from documents without errors. */
  failure: string | undefined;
}

/** Opens a checker that lints, bundles and generates in this process; what did not change is not checked again. */
export function openChecker(repository: string): () => Promise<CheckResult> {
  const lint = openLinter(repository);
  const generate = openGenerator();
  return async () => {
    const result = await lint();
    if (result.findings.some(isError)) {
      return { ...result, generated: undefined, failure: undefined };
    }
    try {
      return { ...result, generated: await generate(result.bundles), failure: undefined };
    } catch (error) {
      const finding = unsupported(error, result.bundles);
      if (finding === undefined) {
        return { ...result, generated: undefined, failure: (error as Error).message };
      }
      const findings = [...result.findings, finding];
      return { ...result, findings, bundles: [], generated: undefined, failure: undefined };
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
