import type { IncomingHttpHeaders } from "node:http";
import type { Operation, Parameter } from "@image-apis/spec";

/** The values of an operation's parameters as a request sent them; what is not documented is left out. */
export interface ParameterValues {
  path: Record<string, string>;
  query: Record<string, string[]>;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/** Picks the documented parameters out of a request. */
export function parameterValues(
  operation: Operation,
  path: Record<string, string>,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
): ParameterValues {
  const values: ParameterValues = { path, query: {}, headers: {} };
  for (const { name, in: place } of operation.parameters) {
    if (place === "query" && query.has(name)) values.query[name] = query.getAll(name);
    const header = place === "header" ? headers[name.toLowerCase()] : undefined;
    if (header !== undefined) values.headers[name.toLowerCase()] = [header].flat().join(", ");
  }
  return values;
}

/**
 * What a request sent for a parameter: once for each value of a query, else one text, or none. A header without a value
 * says no more than none.
 */
export function textsOf(
  { name, in: place }: Parameter,
  values: ParameterValues,
): readonly string[] {
  if (place === "query") return values.query[name] ?? [];
  const text = place === "path" ? values.path[name] : values.headers[name.toLowerCase()];
  return text === undefined || (text === "" && place === "header") ? [] : [text];
}

/** An operation's path with a request's values, encoded so that any value stays in its segment. */
export function expandedPath(operation: Operation, values: Record<string, string>): string {
  return operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
}
