import {
  apiNames,
  type Evidence,
  type Exchange,
  loadDocument,
  loadEvidence,
  loadExchanges,
  type OpenApiDocument,
  type Operation,
  operations,
} from "@image-apis/spec";

/** One API with everything its pages are made from. */
export interface Api {
  name: string;
  document: OpenApiDocument;
  operations: Operation[];
  exchanges: Exchange[];
  evidence: Evidence;
}

/** Every API of the repository. */
export function loadApis(): Api[] {
  return apiNames().map((name) => {
    const document = loadDocument(name);
    return {
      name,
      document,
      operations: operations(document),
      exchanges: loadExchanges(name),
      evidence: loadEvidence(name),
    };
  });
}
