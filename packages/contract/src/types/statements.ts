import type { Exchange, OpenApiDocument, Operation } from "@image-apis/spec";
import { requestBodyStatements } from "./request-body.ts";
import { responseStatements } from "./response.ts";
import { alien, type Statement } from "./statement.ts";

/** What the generated types must accept of an exchange, and what they must refuse. `Operation` is its type. */
export function statements(
  document: OpenApiDocument,
  operation: Operation,
  exchange: Exchange,
): Statement[] {
  return [
    ...parameterStatements(operation, exchange),
    ...requestBodyStatements(document, operation, exchange),
    ...responseStatements(operation, exchange),
  ];
}

function parameterStatements({ parameters }: Operation, { request }: Exchange): Statement[] {
  const declared = (place: string) => parameters.filter((it) => it.in === place);
  const headers = Object.entries(request.headers).filter(([name]) => !/^accept$/i.test(name));
  const sent = { path: request.path, query: request.query, header: Object.fromEntries(headers) };
  const present = Object.entries(sent).filter(([, values]) => Object.keys(values).length > 0);
  const isComplete = Object.entries(sent).every(([place, values]) =>
    declared(place).every(({ name, required }) => !required || values[name] !== undefined),
  );
  const what = "request parameters";
  const type = 'Operation["parameters"]';
  return [
    { what, value: JSON.stringify(Object.fromEntries(present)), type, fits: isComplete },
    { what, value: alien, type, fits: false },
  ];
}
