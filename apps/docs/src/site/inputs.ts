import { loadSamples, type SampleSet } from "@image-apis/samples";
import { type Api, loadApis } from "./api.ts";
import { type Guide, loadGuides } from "./guides/guide.ts";

/** What the site is made from. */
export interface SiteInputs {
  apis: Api[];
  guides: Guide[];
  /** By operationId. */
  samples: Map<string, SampleSet>;
  /** Whether this is work under way: an operation may be without samples yet, and its page says so. */
  isDraft?: boolean;
}

/** The documents, guides and samples of this repository. */
export function loadInputs(): SiteInputs {
  return { apis: loadApis(), guides: loadGuides(), samples: loadSamples() };
}
