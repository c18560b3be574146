/** Addresses of pages, from the root of the site; every page is the `index.html` of a folder of its own. */
export const addresses = {
  landing: "",
  reference: (api: string) => `reference/${api}/`,
  operation: (operationId: string) => `ref/${operationId}/`,
  /** The samples of every exchange of an operation. */
  samples: (operationId: string) => `ref/${operationId}/samples/`,
  /** Where Redoc shows one operation. */
  referenceOperation: (api: string, operationId: string) =>
    `reference/${api}/#operation/${operationId}`,
  errors: "errors/",
  error: (key: string) => `errors/${key}/`,
  disagreements: "disagreements/",
  guides: "guides/",
  guide: (name: string) => `guides/${name}/`,
  /** The document of an API as a file. */
  bundle: (api: string, format: "json" | "yaml") => `documents/${api}.${format}`,
  llms: "llms.txt",
  llmsFull: "llms-full.txt",
  searchIndex: "search/index.json",
};

/** A link from one page to another that holds under any sub-path. */
export function link(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return up + to || "./";
}
