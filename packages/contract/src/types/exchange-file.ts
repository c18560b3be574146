import type { Operation } from "@image-apis/spec";
import { line, type Statement } from "./statement.ts";

/** The constants that the types publish for every operation. */
export const constants = ["limits", "errorCodes", "routes"] as const;

/** The name of a constant that the types publish for every operation. */
export type Constant = (typeof constants)[number];

/** A file of TypeScript that states things about one exchange, each on a line of its own. */
export interface ExchangeFile {
  text: string;
  /** The statements by line, from 0. */
  lines: ReadonlyMap<number, Statement>;
}

/**
 * Writes the file of an exchange. The aliases `limits`, `errorCodes` and `routes` stand for what the constants say
 * about its operation, `codes` for the union of its error codes.
 *
 * @param types What the generated types are imported from.
 */
export function exchangeFile(
  types: string,
  { operationId, path, method }: Operation,
  statements: readonly Statement[],
): ExchangeFile {
  const id = JSON.stringify(operationId);
  const head = [
    `import type { ErrorCode, operations, paths } from ${JSON.stringify(types)};`,
    `import * as constants from ${JSON.stringify(types)};`,
    `type Operation = paths[${JSON.stringify(path)}]["${method}"];`,
    "declare const file: Blob;",
    ...constants.map((name) => `export type ${name} = (typeof constants.${name})[${id}];`),
    `export type codes = ErrorCode<${id}>;`,
  ];
  const all = [sameOperation(id), ...statements];
  return {
    text: [...head, ...all.map(line), ""].join("\n"),
    lines: new Map(all.map((statement, index) => [head.length + index, statement])),
  };
}

/** The operation is the same whether it is looked up by path or by id. */
function sameOperation(id: string): Statement {
  const byId = `operations[${id}]`;
  const type = `Operation extends ${byId} ? (${byId} extends Operation ? true : false) : false`;
  return { what: `types of operation ${id}`, value: "true", type: `(${type})`, fits: true };
}
