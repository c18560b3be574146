import { RouteTable } from "./routes.ts";
import { type Api, type ServedOperation, serveApi } from "./served-operation.ts";

/** Everything that follows from the documents, made ready to answer requests. */
export interface Serving {
  /** The names of the APIs. */
  apis: string[];
  operations: ServedOperation[];
  routes: RouteTable;
  /** Every method that a path takes, as `Allow` lists them. */
  methods: string;
  /** By API, its document as JSON text. */
  documents: ReadonlyMap<string, string>;
}

/**
 * Prepares the operations of every API.
 *
 * @throws Error where a document says something that the mock cannot serve.
 */
export async function serving(apis: readonly Api[]): Promise<Serving> {
  const operations = (await Promise.all(apis.map(serveApi))).flat();
  return {
    apis: apis.map(({ name }) => name),
    operations,
    routes: new RouteTable(operations),
    methods: allMethods(operations),
    documents: new Map(apis.map(({ name, document }) => [name, JSON.stringify(document)])),
  };
}

function allMethods(operations: readonly ServedOperation[]): string {
  const documented = operations.map(({ operation }) => operation.method.toUpperCase());
  return [...new Set([...documented, "HEAD", "OPTIONS"])].join(", ");
}
