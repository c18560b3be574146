import { loadSamples, type SampleSet } from "@image-apis/samples";
import { type Api, loadApis } from "./api.ts";
import { type Guide, loadGuides } from "./guides/guide.ts";

/** What the site is made from. */
export interface SiteInputs {
  apis: Api[];
  guides: Guide[];
  /** By operationId. */
  samples: Map<string, SampleSet>;
}

/** The documents, guides and samples of this repository. */
export function loadInputs(): SiteInputs {
  return { apis: loadApis(), guides: loadGuides(), samples: loadSamples() };
}
