import {
  apiNames,
  type Evidence,
  loadDocument,
  loadEvidence,
  type OpenApiDocument,
  operations,
  toPointer,
} from "@image-apis/spec";

/** The document of every API, with the vendor's pages that each operation is taken from in its description. */
export function documents(): Map<string, OpenApiDocument> {
  return new Map(
    apiNames().map((api) => [api, describeSources(loadDocument(api), loadEvidence(api))]),
  );
}

/** Adds where it comes from to the description of every operation that has a statement of its own. */
export function describeSources(
  source: OpenApiDocument,
  { inventories, provenance }: Evidence,
): OpenApiDocument {
  const document = structuredClone(source);
  for (const { path, method } of operations(source)) {
    const pointer = toPointer(["paths", path, method]);
    const statement = provenance.statements.find(
      ({ kind, at }) => kind === "operation" && at.includes(pointer),
    );
    const operation = document.paths[path]?.[method];
    if (operation === undefined || statement === undefined) continue;
    const keys = statement.source.map((it) => it.split("#", 1)[0]);
    const pages = inventories.filter(({ key }) => keys.includes(key));
    const addresses = [...new Set(pages.map(({ address }) => address))];
    operation.description = `${operation.description.trimEnd()}\n\n**Source.** ${addresses.join(", ")}`;
  }
  return document;
}
