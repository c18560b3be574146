import {
  type Exchange,
  type OpenApiDocument,
  type Operation,
  operations,
  responseExamples,
} from "@image-apis/spec";
import { type ConditionTable, conditionTable } from "./conditions/table.ts";
import { type DispatchTable, dispatchTable } from "./dispatch.ts";
import { documentedImages, type ImagesByMediaType } from "./documented-images.ts";
import { type PrismOperation, prismOperations, withoutBody } from "./prism.ts";

/** One API as it is served. */
export interface Api {
  name: string;
  document: OpenApiDocument;
  exchanges: Exchange[];
}

/** One operation with everything that is worked out before the first request. */
export interface ServedOperation {
  /** The name of its API. */
  api: string;
  document: OpenApiDocument;
  operation: Operation;
  /** For a request with a JSON body. */
  prism: PrismOperation;
  /** For every other request. */
  prismWithoutBody: PrismOperation;
  /** Which example answers which failing rule. */
  conditions: ConditionTable;
  /** Which parameter value selects which response. */
  dispatch: DispatchTable;
  /** What stands in for the bytes of a response that is an image. */
  images: ImagesByMediaType;
  exchanges: Exchange[];
}

/**
 * Prepares every operation of an API.
 *
 * @throws Error where the document says something that the mock cannot serve.
 */
export async function serveApi({ name, document, exchanges }: Api): Promise<ServedOperation[]> {
  const prism = await prismOperations(document);
  return operations(document).map((operation) => {
    const own = exchanges.filter((it) => it.operationId === operation.operationId);
    const compiled = prism.find(
      (it) => it.path === operation.path && it.method === operation.method,
    );
    requireValues(name, operation);
    if (compiled === undefined) throw new Error(`Prism does not know ${operation.operationId}.`);
    const dispatch = dispatchTable(operation, own);
    return {
      api: name,
      document,
      operation,
      prism: compiled,
      prismWithoutBody: withoutBody(compiled),
      conditions: conditionTable(operation),
      dispatch,
      images: documentedImages(document, operation, own),
      exchanges: own,
    };
  });
}

/** @throws Error for an example whose value lies elsewhere: the mock fetches nothing. */
function requireValues(api: string, operation: Operation): void {
  const far = responseExamples(operation).find(({ example }) => !("value" in example));
  if (far === undefined) return;
  throw new Error(
    `${api}: the example ${far.key} of ${operation.operationId} has no value. Write it into the document; the mock reads no externalValue.`,
  );
}
