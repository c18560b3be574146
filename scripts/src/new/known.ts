import {
  type Operation,
  operations,
  type ResponseExample,
  responseExamples,
} from "@image-apis/spec";
import type { Bundle } from "@image-apis/spec/generator";

/** An operation with the API it is of. */
export interface Known {
  bundle: Bundle;
  operation: Operation;
  examples: ResponseExample[];
}

/** Every operation of the repository. */
export function knownOperations(bundles: readonly Bundle[]): Known[] {
  return bundles.flatMap((bundle) =>
    operations(bundle.document).map((operation) => ({
      bundle,
      operation,
      examples: responseExamples(operation),
    })),
  );
}

/** @throws Error with the names there are. */
export function findOperation(bundles: readonly Bundle[], operationId: string): Known {
  const all = knownOperations(bundles);
  const found = all.find((it) => it.operation.operationId === operationId);
  if (found !== undefined) return found;
  const names = all.map((it) => it.operation.operationId).join(", ");
  throw new Error(`There is no operation "${operationId}". Known: ${names}.`);
}

/** @throws Error with the names there are. */
export function findBundle(bundles: readonly Bundle[], api: string): Bundle {
  const found = bundles.find((it) => it.api === api);
  if (found !== undefined) return found;
  throw new Error(`There is no API "${api}". Known: ${bundles.map((it) => it.api).join(", ")}.`);
}
