import { operations } from "@image-apis/spec";
// The site's builder is no part of a package, so it is taken from its folder.
import type { Api } from "../../../../apps/docs/src/site/api.ts";
import { documentedErrors } from "../../../../apps/docs/src/site/errors/documented-errors.ts";
import { loadGuides } from "../../../../apps/docs/src/site/guides/guide.ts";
import { operationPage } from "../../../../apps/docs/src/site/pages/operation.ts";
import { samplesFor } from "../../../../apps/docs/src/site/samples.ts";
import type { Site } from "../../../../apps/docs/src/site/site.ts";
import { docsFace } from "../../src/faces/docs.ts";
import type { Check } from "../../src/mutate/check.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import type { Subject } from "../../src/mutate/subject.ts";

/** The pages of the operations, built from the document they are held against. */
export function docsCheck(subjects: readonly Subject[]): Check {
  const guides = loadGuides();
  // As they are: what a change does to them is for their own face to say.
  const samples = samplesFor(subjects.map(apiOf));
  return faceCheck("docs", (changed) => {
    const apis = subjects.map((it) => apiOf(it.api === changed.api ? changed : it));
    const site: Site = {
      apis,
      errors: documentedErrors(apis),
      guides,
      samples,
      publicUrl: undefined,
      stylesheet: "site.css",
      icon: "icon.svg",
      script: "site.js",
    };
    return docsFace((id) => {
      const api = apis.find(({ name }) => name === changed.api);
      const operation = api?.operations.find(({ operationId }) => operationId === id);
      return api && operation && String(operationPage(site, api, operation).content);
    });
  });
}

function apiOf({ api: name, document, exchanges, evidence }: Subject): Api {
  return { name, document, operations: operations(document), exchanges: [...exchanges], evidence };
}
