import { type Api, loadApis } from "./api.ts";
import { type Guide, loadGuides } from "./guides/guide.ts";
import { type Samples, samplesFor } from "./samples.ts";

/** What the site is made from. */
export interface SiteInputs {
  apis: Api[];
  guides: Guide[];
  samples: Samples;
  /** Where the repository stands, for links to it; nothing where it has no public address. */
  repositoryUrl?: string | undefined;
}

/** The documents and guides of this repository, and the samples made from the documents. */
export function loadInputs(): SiteInputs {
  const apis = loadApis();
  return { apis, guides: loadGuides(), samples: samplesFor(apis) };
}
