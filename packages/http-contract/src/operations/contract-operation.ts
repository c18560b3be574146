import {
  type Exchange,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  operations,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { type ConditionTable, conditionTable } from "../conditions/condition-table.ts";

/** One API of the documents. */
export interface Api {
  name: string;
  document: OpenApiDocument;
  /** Its documented exchanges; a server that shows none of them needs none. */
  exchanges?: readonly Exchange[];
}

/** One operation, with what is worked out of its document before the first request. */
export interface ContractOperation {
  /** The name of its API. */
  readonly api: string;
  readonly document: OpenApiDocument;
  readonly operation: Operation;
  /** Which documented response belongs to which broken rule. */
  readonly conditions: ConditionTable;
  /** The media types of its responses that are bytes and not text, such as `image/png`. */
  readonly binaryTypes: ReadonlySet<string>;
  readonly exchanges: readonly Exchange[];
}

/** Every operation of an API, in the order of its document. */
export function contractOperations({ name, document, exchanges = [] }: Api): ContractOperation[] {
  return operations(document).map((operation) => ({
    api: name,
    document,
    operation,
    conditions: conditionTable(operation),
    binaryTypes: binaryTypes(document, operation),
    exchanges: exchanges.filter((it) => it.operationId === operation.operationId),
  }));
}

function binaryTypes(document: OpenApiDocument, { responses }: Operation): Set<string> {
  const content = Object.values(responses).flatMap((it) => Object.entries(it.content ?? {}));
  return new Set(content.flatMap(([name, media]) => (isBinary(document, media) ? [name] : [])));
}

function isBinary(document: OpenApiDocument, { schema }: MediaType): boolean {
  return schema !== undefined && resolve<Schema>(document, schema).format === "binary";
}
