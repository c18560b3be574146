import { addresses, link } from "./addresses.ts";
import type { Api } from "./api.ts";
import type { DocumentedError } from "./errors/documented-errors.ts";
import type { Guide } from "./guides/guide.ts";
import type { WordLink } from "./markdown.ts";
import type { Samples } from "./samples.ts";

/** What every page knows: the APIs, what is made from them, and the addresses of the files pages share. */
export interface Site {
  apis: Api[];
  errors: DocumentedError[];
  guides: Guide[];
  samples: Samples;
  /** Where the site will stand, ending with a slash; without it every link is relative and nothing names a host. */
  publicUrl: string | undefined;
  stylesheet: string;
  icon: string;
  script: string;
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
