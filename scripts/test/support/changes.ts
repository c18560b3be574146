import { loadDocument, type OpenApiDocument } from "@image-apis/spec";
import { compareDocuments } from "../../src/diff/compare.ts";

export const capillary = loadDocument("capillary");
export const superoffice = loadDocument("superoffice");
/** The paths the tests of the comparison change. */
export const upload = "/v2/customers/{customerId}/setImage";
export const person = "/api/v1/Person/{personId}/Image";

/** Anything of a document, without its type: these tests break it on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Loose = any;

/** What a document and its changed copy differ in. */
export async function changesOf(document: OpenApiDocument, change: (document: Loose) => void) {
  const after = structuredClone(document);
  change(after);
  return compareDocuments("api", document, after);
}

/** What a pair of documents says, largest first. */
export const said = async (document: OpenApiDocument, change: (document: Loose) => void) =>
  (await changesOf(document, change)).map(({ size, where, text }) => `${size} ${where}: ${text}`);

export const schemas = (document: Loose) => document.components.schemas;
export const uploadForm = (document: Loose) => schemas(document).CustomerImageUpload.properties;

/** The first example with a code that stands in a path of the document. */
export function codedExample(document: Loose) {
  for (const item of Object.values<Loose>(document.paths)) {
    for (const { operationId, responses } of Object.values<Loose>(item)) {
      for (const response of Object.values<Loose>(responses ?? {})) {
        const examples = response.content?.["application/json"]?.examples ?? {};
        for (const [key, example] of Object.entries<Loose>(examples)) {
          if ("x-error-code" in example) return { operationId, examples, key, example };
        }
      }
    }
  }
  throw new Error("There is no code.");
}
