import { describeSources } from "../../../packages/types/build/documents.ts";
import { generatedFiles } from "../../../packages/types/build/generated-files.ts";
import type { Bundle } from "../../../spec/build/bundle.ts";
import { isError } from "../../../spec/lint/finding.ts";
import { openLinter, type Verdict } from "../../../spec/lint/linter.ts";

/** What the documents are, and everything that is made from them in a moment. */
export interface Judgement extends Verdict {
  /** By path from the generated folder; `undefined` where an error was found. */
  types: Map<string, string> | undefined;
  /** Why the types cannot be made from documents without errors. */
  failure: string | undefined;
}

/** Opens a judge that lints, bundles and makes the types in this process; what did not change is not judged again. */
export function openJudge(repository: string): () => Promise<Judgement> {
  const lint = openLinter(repository);
  const typesOf = openTypes();
  return async () => {
    const verdict = await lint();
    if (verdict.findings.some(isError)) return { ...verdict, types: undefined, failure: undefined };
    try {
      return { ...verdict, types: await typesOf(verdict.bundles), failure: undefined };
    } catch (error) {
      return { ...verdict, types: undefined, failure: (error as Error).message };
    }
  };
}

/** Makes the types; those of an API that did not change are kept. */
function openTypes(): (bundles: readonly Bundle[]) => Promise<Map<string, string>> {
  let last: { bundles: readonly Bundle[]; files: Map<string, string> } | undefined;
  return async (bundles) => {
    const known = last;
    const names = (all: readonly Bundle[]) => all.map(({ api }) => api).join(" ");
    const isSame = known !== undefined && names(known.bundles) === names(bundles);
    const changed = bundles.filter((it) => !isSame || !known.bundles.includes(it));
    const fresh = await generatedFiles(
      new Map(
        changed.map(({ api, document, evidence }) => [api, describeSources(document, evidence)]),
      ),
    );
    // The index of all is of those that changed alone.
    if (isSame) fresh.delete("index.ts");
    const kept = isSame ? [...known.files].filter(([file]) => !isOf(file, changed)) : [];
    last = { bundles, files: new Map([...kept, ...fresh]) };
    return last.files;
  };
}

const isOf = (file: string, bundles: readonly Bundle[]) =>
  bundles.some(({ api }) => file.startsWith(`${api}/`));
