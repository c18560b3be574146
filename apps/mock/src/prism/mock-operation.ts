import {
  type Api,
  type CompiledApis,
  type ContractOperation,
  compileApis,
} from "@image-apis/http-contract";
import { type Operation, responseExamples } from "@image-apis/spec";
import { documentedImages, type ImagesByMediaType } from "../answering/documented-images.ts";
import { type ExampleByParameter, exampleByParameter } from "../answering/example-by-parameter.ts";
import { type PrismOperation, prismOperations, withoutBody } from "./engine.ts";

/** What the mock knows of an operation beside the contract. */
export interface MockOperation {
  /** For a request with a JSON body. */
  prism: PrismOperation;
  /** For every other request. */
  prismWithoutBody: PrismOperation;
  /** Which parameter value selects which response. */
  exampleByParameter: ExampleByParameter;
  /** What stands in for the bytes of a response that is an image. */
  images: ImagesByMediaType;
}

const prepared = new WeakMap<ContractOperation, MockOperation>();

/** The mock's part of an operation that `mockApis` has prepared. */
export function mockOperation(operation: ContractOperation): MockOperation {
  const found = prepared.get(operation);
  if (found !== undefined) return found;
  throw new Error(`${operation.operation.operationId} was not prepared for the mock.`);
}

/**
 * Prepares APIs to be served by the mock.
 *
 * @throws Error where a document says something that the mock cannot serve.
 */
export async function mockApis(apis: readonly Api[]): Promise<CompiledApis> {
  const compiled = compileApis(apis);
  await Promise.all(
    apis.map(async ({ name, document }) => {
      const prism = await prismOperations(document);
      for (const it of compiled.operations) if (it.api === name) prepare(it, prism);
    }),
  );
  return compiled;
}

function prepare(served: ContractOperation, prism: readonly PrismOperation[]): void {
  const { api, operation, exchanges } = served;
  const own = prism.find((it) => it.path === operation.path && it.method === operation.method);
  requireValues(api, operation);
  if (own === undefined) throw new Error(`Prism does not know ${operation.operationId}.`);
  prepared.set(served, {
    prism: own,
    prismWithoutBody: withoutBody(own),
    exampleByParameter: exampleByParameter(operation, exchanges),
    images: documentedImages(served),
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
