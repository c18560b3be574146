import type { Validation } from "@image-apis/conformance/judging";
import { parameterConditions } from "@image-apis/http-contract";
import type { Json, Operation, Parameter, RefusalRequest } from "@image-apis/spec";
import { mistake, type Violation } from "./violation.ts";

/** Holds the path, query and header values of a request against the operation's parameters. */
export function parameterViolations(
  validate: Validation,
  operation: Operation,
  { request }: { request: RefusalRequest },
): Violation[] {
  const sent = {
    path: request.path,
    query: request.query,
    header: withoutNegotiation(request.headers),
  };
  return [
    ...operation.parameters.flatMap((parameter) => violationsOf(validate, parameter, sent)),
    ...undeclared(operation, sent),
    ...pathNames(operation),
  ];
}

const places = ["path", "query", "header"] as const;

type Sent = Record<(typeof places)[number], Record<string, Json>>;

function violationsOf(validate: Validation, parameter: Parameter, sent: Sent): Violation[] {
  const { name, in: place, required = false, schema } = parameter;
  const what = `${place} parameter ${name}`;
  if (place === "cookie") return [mistake({ what, expected: "no cookie", received: "a cookie" })];
  const value = Object.entries(sent[place]).find(([key]) => isSameName(place, key, name))?.[1];
  if (value === undefined) {
    if (!required) return [];
    const conditions = parameterConditions(parameter).missing;
    return [{ what, expected: "to be sent", received: "nothing", conditions }];
  }
  const conditions = parameterConditions(parameter).invalid;
  return validate(what, schema, value).map((difference) => ({ ...difference, conditions }));
}

function undeclared({ parameters }: Operation, sent: Sent): Violation[] {
  return places.flatMap((place) => {
    const declared = parameters.filter((it) => it.in === place).map(({ name }) => name);
    return Object.keys(sent[place])
      .filter((key) => !declared.some((name) => isSameName(place, key, name)))
      .map((key) =>
        mistake({
          what: `${place} parameter ${key}`,
          expected: `one of the declared: ${declared.join(", ") || "none"}`,
          received: `"${key}"`,
        }),
      );
  });
}

/** The names between braces in the path are the path parameters, no more and no less. */
function pathNames({ path, parameters }: Operation): Violation[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const declared = parameters.filter((it) => it.in === "path").map(({ name }) => name);
  if (inPath.join() === declared.sort().join()) return [];
  return [
    mistake({
      what: `the path ${path}`,
      expected: `to name the path parameters: ${declared.join(", ")}`,
      received: inPath.join(", ") || "nothing",
    }),
  ];
}

/** `Accept` is not a parameter in OpenAPI; the response is held against it. */
function withoutNegotiation(headers: Record<string, string>): Record<string, Json> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^accept$/i.test(name)));
}

function isSameName(place: keyof Sent, a: string, b: string): boolean {
  return place === "header" ? a.toLowerCase() === b.toLowerCase() : a === b;
}
