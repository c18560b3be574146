import { addresses, link } from "./addresses.ts";
import type { Api } from "./api.ts";
import { type DocumentedError, documentedErrors } from "./errors/documented-errors.ts";
import type { Guide } from "./guides/guide.ts";
import type { SiteInputs } from "./inputs.ts";
import type { WordLink } from "./markdown.ts";
import type { Samples } from "./samples.ts";

/** What every page is made from: the APIs, and what is made from them. */
export interface Site {
  apis: Api[];
  errors: DocumentedError[];
  guides: Guide[];
  samples: Samples;
  /** Where the repository stands, without a slash at the end; nothing where that is not known. */
  repositoryUrl: string | undefined;
}

/** @throws Error where an API names a condition that nobody explains. */
export function siteOf({ apis, guides, samples, repositoryUrl }: SiteInputs): Site {
  return { apis, errors: documentedErrors(apis), guides, samples, repositoryUrl };
}

/** Finds the page of a code word that names an operation or an error, as seen from a page. */
export function wordLinks(site: Site, from: string): WordLink {
  const operations = site.apis.flatMap((api) =>
    api.operations.map(
      ({ operationId }) => [operationId, addresses.operation(operationId)] as const,
    ),
  );
  const codes = site.errors.flatMap(({ key, code }) =>
    code === undefined ? [] : [[key, addresses.error(key)] as const],
  );
  const known = new Map([...operations, ...codes]);
  return (word) => {
    const address = known.get(word);
    return address === undefined || address === from ? undefined : link(from, address);
  };
}
