import { isDeepStrictEqual } from "node:util";
import {
  type Json,
  loadEvidence,
  type OpenApiDocument,
  operations,
  responseExamples,
} from "@image-apis/spec";
import { withoutCredentials } from "@image-apis/spec/evidence";

/** A JSON body that a vendor page prints. */
export interface VendorSample {
  /** The key of the page, for example `S0`. */
  page: string;
  value: Json;
}

/** The pages whose samples are examples of the documents; S4 is S2 in another form. */
export const samplePages = ["S0", "S1", "S2", "S3"];

/** The bodies that those pages print for an API. */
export function vendorSamples(api: string): VendorSample[] {
  return loadEvidence(api)
    .inventories.filter(({ key }) => samplePages.includes(key))
    .flatMap(({ key, entries }) =>
      entries
        .filter(({ id, kind }) => id === "sample" && kind === "example")
        .map(({ value = null }) => ({ page: key, value })),
    );
}

/** The pages whose sample is no example of a document. */
export function unlikeSamples(api: string, document: OpenApiDocument): string[] {
  const examples = operations(document).flatMap(responseExamples);
  return vendorSamples(api)
    .filter(({ value }) => !examples.some(({ example }) => isSameBody(example.value, value)))
    .map(({ page }) => page);
}

/** Whether two bodies are the same but for what stands in the place of a credential. */
export function isSameBody(a: Json, b: Json): boolean {
  return isDeepStrictEqual(withoutCredentials(a), withoutCredentials(b));
}
