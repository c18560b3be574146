import { parameterConditions } from "@image-apis/http-contract";
import { type OpenApiDocument, type Operation, type Parameter, toPointer } from "@image-apis/spec";
import type { ParameterValues } from "../parameters.ts";
import type { PrismViolation } from "../prism.ts";
import type { Failure } from "./failure.ts";
import { integerFault } from "./integer-text.ts";

/** Says which parameters, and which properties of a JSON body, the violations that Prism found are about. */
export function inputFailures(
  document: OpenApiDocument,
  operation: Operation,
  values: ParameterValues,
  violations: readonly PrismViolation[],
): Failure[] {
  return [
    ...operation.parameters.flatMap((parameter) => {
      return parameterFailure(document, parameter, values, violations);
    }),
    ...violations.filter(({ path }) => path[0] === "body").map(propertyFailure),
  ];
}

function parameterFailure(
  document: OpenApiDocument,
  parameter: Parameter,
  values: ParameterValues,
  violations: readonly PrismViolation[],
): Failure[] {
  const { name, in: place } = parameter;
  const conditions = parameterConditions(parameter);
  const here = violations.filter(({ path }) => path[0] === place);
  // Prism reports an absent parameter without its name, and an empty one by whatever rule it breaks.
  if (here.length > 0 && parameter.required === true && isEmpty(parameter, values)) {
    const violation = { in: place, name, reason: "is required" };
    return [{ conditions: conditions.missing, status: 400, violation }];
  }
  const found = here.find(({ path }) => path[1] === name.toLowerCase());
  const reason =
    found === undefined
      ? integerFault(document, parameter, textsOf(parameter, values))
      : rule(found);
  if (reason === undefined) return [];
  const violation = { in: place, name, reason };
  return [{ conditions: conditions.invalid, status: 400, violation }];
}

function propertyFailure(found: PrismViolation): Failure {
  const violation = {
    in: "body",
    name: toPointer(found.path.slice(1)),
    reason: rule(found),
  } as const;
  return { conditions: [], status: 400, violation };
}

/** Prism's sentence without its beginning, which names the place again and in lower case. */
function rule({ message }: PrismViolation): string {
  return message.slice(Math.max(0, message.search(/\bmust\b/)));
}

/** What a request sent for a parameter. */
function textsOf({ name, in: place }: Parameter, values: ParameterValues): string[] {
  if (place === "query") return values.query[name] ?? [];
  const text = place === "path" ? values.path[name] : values.headers[name.toLowerCase()];
  return text === undefined ? [] : [text];
}

function isEmpty({ name, in: place }: Parameter, values: ParameterValues): boolean {
  if (place === "query") return (values.query[name] ?? []).every((value) => value === "");
  if (place === "header") return (values.headers[name.toLowerCase()] ?? "") === "";
  return false;
}
