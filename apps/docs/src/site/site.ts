import { addresses, link } from "./addresses.ts";
import type { Api } from "./api.ts";
import type { OperationLink } from "./markdown.ts";

/** What every page knows: the APIs, and the addresses of the files pages share. */
export interface Site {
  apis: Api[];
  stylesheet: string;
  icon: string;
}

/** Finds operations by name, as seen from a page. */
export function operationLinks(site: Site, from: string): OperationLink {
  const known = new Set(
    site.apis.flatMap((api) => api.operations.map((operation) => operation.operationId)),
  );
  return (word) => (known.has(word) ? link(from, addresses.operation(word)) : undefined);
}
