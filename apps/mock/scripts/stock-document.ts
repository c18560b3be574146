import { loadDocument, type OpenApiDocument } from "@image-apis/spec";

/**
 * A copy of a document for the unchanged `prism` command. Prism refuses a part that is sent twice, and bytes that are
 * not ASCII, unless the document spells out how a form is written; OpenAPI ignores `contentType` beside that.
 */
export function stockDocument(api: string): OpenApiDocument {
  const document = structuredClone(loadDocument(api));
  for (const item of Object.values(document.paths)) {
    for (const method of ["put", "post"] as const) {
      for (const { encoding = {} } of Object.values(item[method]?.requestBody?.content ?? {})) {
        for (const part of Object.keys(encoding)) {
          encoding[part] = { style: "form", explode: true, allowReserved: true };
        }
      }
    }
  }
  return document;
}
