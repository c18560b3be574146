import { type OpenApiDocument, type Operation, type Parameter, toPointer } from "@image-apis/spec";
import { type ParameterValues, textsOf } from "../head/parameters.ts";
import { parameterViolations, type SchemaViolation } from "../validation/parameter-schema.ts";
import type { Failure } from "./failure.ts";
import { integerFault } from "./integer-text.ts";
import { parameterConditions } from "./parameter-conditions.ts";

/** Says which parameters, and which properties of a JSON body, the violations that a validator found are about. */
export function inputFailures(
  document: OpenApiDocument,
  operation: Operation,
  values: ParameterValues,
  violations: readonly SchemaViolation[],
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
  violations: readonly SchemaViolation[],
): Failure[] {
  const { name, in: place } = parameter;
  const conditions = parameterConditions(parameter);
  const here = violations.filter(({ path }) => path[0] === place);
  // A validator such as Prism reports an absent parameter without its name, and an empty one by whatever rule it breaks.
  if (here.length > 0 && parameter.required === true && isEmpty(parameter, values)) {
    const violation = { in: place, name, reason: "is required" };
    return [{ conditions: conditions.missing, status: 400, violation }];
  }
  const found = here.find(({ path }) => path[1] === name.toLowerCase());
  const texts = textsOf(parameter, values);
  const reason =
    found === undefined
      ? (integerFault(document, parameter, texts) ?? emptyFault(document, parameter, values))
      : rule(found);
  if (reason === undefined) return [];
  const violation = { in: place, name, reason };
  return [{ conditions: conditions.invalid, status: 400, violation }];
}

/** What is wrong with an empty value, which Prism passes over. */
function emptyFault(
  document: OpenApiDocument,
  parameter: Parameter,
  values: ParameterValues,
): string | undefined {
  if (!textsOf(parameter, values).includes("")) return undefined;
  const [found] = parameterViolations(document, parameter, values);
  return found && rule(found);
}

function propertyFailure(found: SchemaViolation): Failure {
  const violation = {
    in: "body",
    name: toPointer(found.path.slice(1)),
    reason: rule(found),
  } as const;
  return { conditions: [], status: 400, violation };
}

/** A validator's sentence without its beginning, which names the place again and in lower case. */
function rule({ message }: SchemaViolation): string {
  return message.slice(Math.max(0, message.search(/\bmust\b/)));
}

function isEmpty({ name, in: place }: Parameter, values: ParameterValues): boolean {
  if (place === "query") return (values.query[name] ?? []).every((value) => value === "");
  if (place === "header") return (values.headers[name.toLowerCase()] ?? "") === "";
  return false;
}
