import {
  type ContractOperation,
  type DocumentedResponse,
  defaultResponse,
  isBodyCondition,
  isSameResponse,
  type ParameterValues,
} from "@image-apis/http-contract";
import {
  type Exchange,
  type Json,
  type Operation,
  resolve,
  responseExamples,
  type Schema,
} from "@image-apis/spec";

/*
 * Some responses depend on what the server knows: an unknown customer, a person without an image. The exchanges
 * show them by example: a path or query value that occurs only in exchanges with another response than the
 * usual one stands for what is different, and selects that response in every call of the operation.
 */

/** By parameter and value, the response that the value selects. */
export type ExampleByParameter = ReadonlyMap<string, DocumentedResponse>;

/** Learns from an operation's exchanges which parameter values select which response. */
export function exampleByParameter(
  operation: Operation,
  exchanges: readonly Exchange[],
): ExampleByParameter {
  const usual = defaultResponse(operation);
  const byValue = Map.groupBy(
    exchanges.flatMap((exchange) => valuesOf(exchange).map((value) => ({ value, exchange }))),
    ({ value }) => value,
  );
  const table = new Map<string, DocumentedResponse>();
  for (const [value, occurrences] of byValue) {
    const responses = occurrences.map(({ exchange }) => responseOf(exchange));
    const [response] = responses;
    if (response === undefined || isSameResponse(response, usual)) continue;
    if (!responses.every((other) => isSameResponse(other, response))) continue;
    if (occurrences.some(({ exchange }) => isExplained(operation, exchange))) continue;
    table.set(value, response);
  }
  return table;
}

/** A response and the value that selects it: the place, the name and the value of a parameter. */
export interface Selection {
  response: DocumentedResponse;
  value: string;
}

/**
 * The response that one of a request's values selects; path parameters count before query parameters. The exchanges
 * speak for requests that leave other parameters at their default: who asks for something else, such as a stand-in for
 * the image that a person does not have, gets the usual response.
 */
export function selectedExample(
  { document, operation }: Pick<ContractOperation, "document" | "operation">,
  table: ExampleByParameter,
  { path, query }: ParameterValues,
): Selection | undefined {
  const isOther = operation.parameters.some(({ name, in: place, schema }) => {
    const { default: usual } = resolve<Schema>(document, schema);
    const [value] = (place === "query" && query[name]) || [];
    return usual !== undefined && value !== undefined && value !== String(usual);
  });
  if (isOther) return undefined;
  const values = [
    ...Object.entries(path).map(([name, value]) => key("path", name, value)),
    ...Object.entries(query).flatMap(([name, all]) => all.map((it) => key("query", name, it))),
  ];
  for (const value of values) {
    const response = table.get(value);
    if (response !== undefined) return { response, value };
  }
  return undefined;
}

function responseOf({ response }: Exchange): DocumentedResponse {
  return { status: response.status, example: response.example };
}

/** Whether the request itself, or what happened before it, accounts for the response, so that its values need not. */
function isExplained(operation: Operation, exchange: Exchange): boolean {
  if (exchange.given.length > 0) return true;
  const { path, query } = exchange.request;
  const isIncomplete = operation.parameters.some(
    (it) =>
      it.required === true &&
      ((it.in === "path" && path[it.name] === undefined) ||
        (it.in === "query" && query[it.name] === undefined)),
  );
  if (isIncomplete) return true;
  const when = responseExamples(operation).find((it) => it.key === exchange.response.example)?.when;
  return when !== undefined && when.length > 0 && when.every(isBodyCondition);
}

function valuesOf({ request }: Exchange): string[] {
  return (["path", "query"] as const).flatMap((place) =>
    Object.entries(request[place]).flatMap(([name, value]) =>
      [value].flat().map((item: Json) => key(place, name, String(item))),
    ),
  );
}

function key(place: "path" | "query", name: string, value: string): string {
  return `${place} ${name} ${value}`;
}
