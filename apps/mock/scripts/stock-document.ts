import { loadDocument, type OpenApiDocument } from "@image-apis/spec";

/**
 * A copy of a document for the unchanged `prism` command. Prism refuses a part that is sent twice, and bytes that are
 * not ASCII, unless the document spells out how a form is written; OpenAPI ignores `contentType` beside that. And it
 * validates as draft 07 where no dialect is named.
 */
export function stockDocument(api: string): OpenApiDocument & { jsonSchemaDialect: string } {
  const document = loadDocument(api);
  for (const item of Object.values(document.paths)) {
    for (const method of ["put", "post"] as const) {
      for (const { encoding = {} } of Object.values(item[method]?.requestBody?.content ?? {})) {
        for (const part of Object.keys(encoding)) {
          encoding[part] = { style: "form", explode: true, allowReserved: true };
        }
      }
    }
  }
  return { ...document, jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" };
}
