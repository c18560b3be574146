import { type Api, loadInputs, operationHtml } from "@image-apis/docs/site";
import { operations } from "@image-apis/spec";
import { docsFace } from "../../src/faces/docs.ts";
import type { Check } from "../../src/mutate/check.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import type { Subject } from "../../src/mutate/subject.ts";

/** The pages of the operations, built from the document they are held against. */
export function docsCheck(subjects: readonly Subject[]): Check {
  // The samples stay as they are: what a change does to them is for their own face to say.
  const { guides, samples } = loadInputs();
  return faceCheck("docs", (changed) => {
    const apis = subjects.map((it) => apiOf(it.api === changed.api ? changed : it));
    return docsFace(operationHtml({ apis, guides, samples }, changed.api));
  });
}

function apiOf({ api: name, document, exchanges, evidence }: Subject): Api {
  return { name, document, operations: operations(document), exchanges: [...exchanges], evidence };
}
