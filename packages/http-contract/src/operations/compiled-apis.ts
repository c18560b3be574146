import { type Api, type ContractOperation, contractOperations } from "./contract-operation.ts";
import { RouteTable } from "./routes.ts";

/** Everything that follows from the documents, made ready to read requests by. */
export interface CompiledApis {
  /** The names of the APIs. */
  readonly apis: readonly string[];
  readonly operations: readonly ContractOperation[];
  readonly routes: RouteTable;
  /** Every method that a path takes, as `Allow` lists them. */
  readonly methods: string;
  /** By API, its document as JSON text. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * Prepares the operations of every API.
 *
 * @throws Error where two documents describe the same method and path.
 */
export function compileApis(apis: readonly Api[]): CompiledApis {
  const operations = apis.flatMap(contractOperations);
  return {
    apis: apis.map(({ name }) => name),
    operations,
    routes: new RouteTable(operations),
    methods: allMethods(operations),
    documents: new Map(apis.map(({ name, document }) => [name, JSON.stringify(document)])),
  };
}

function allMethods(operations: readonly ContractOperation[]): string {
  const documented = operations.map(({ operation }) => operation.method.toUpperCase());
  return [...new Set([...documented, "HEAD", "OPTIONS"])].join(", ");
}
