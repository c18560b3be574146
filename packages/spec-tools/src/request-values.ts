import {
  type OpenApiDocument,
  type Operation,
  type Parameter,
  pointerTokens,
  resolve,
} from "@image-apis/spec";
import { choice, type Fault } from "./fault.ts";
import { schemaCheck } from "./schema-check.ts";

/** The parts of a request that are held against the operation. */
export interface WrittenRequest {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  body?: { mediaType: string; text?: string; parts?: { name: string }[] };
}

/** Whether a request is meant to break a rule; rules are named as `breaks` of a refusal names them. */
export type IsMeant = (rule: string) => boolean;

/** What the document does not take of a request, and was not meant to be refused. */
export function requestValueFaults(
  document: OpenApiDocument,
  operation: Operation,
  request: WrittenRequest,
  isMeant: IsMeant,
): Fault[] {
  return [
    ...operation.parameters.flatMap((it) => parameterFaults(document, it, request, isMeant)),
    ...strangers(operation, request, isMeant),
    ...bodyFaults(document, operation, request, isMeant),
  ];
}

/** The key of a request under which the parameters of a place stand. */
const keys = { path: "path", query: "query", header: "headers" } as const;

function parameterFaults(
  document: OpenApiDocument,
  { name, in: place, required = false, schema }: Parameter,
  request: WrittenRequest,
  isMeant: IsMeant,
): Fault[] {
  const rule = `${place} parameter ${name}`;
  if (place === "cookie" || isMeant(rule)) return [];
  const key = keys[place];
  const sent = Object.entries(request[key] ?? {}).find(([it]) => isSame(place, it, name));
  if (sent === undefined) {
    return required ? [{ at: ["request", key], message: `The ${rule} must be sent.` }] : [];
  }
  return schemaCheck(document)(schema, sent[1]).flatMap(({ at, must }) => {
    if (isMeant(`${rule} ${at}`)) return [];
    const inside = pointerTokens(at);
    const message = `The ${`${rule} ${at}`.trim()} ${must}.`;
    return [{ at: ["request", key, sent[0], ...inside], message }];
  });
}

/** Parameters that nobody declares. `Accept` is not a parameter in OpenAPI. */
function strangers(operation: Operation, request: WrittenRequest, isMeant: IsMeant): Fault[] {
  return (["path", "query", "header"] as const).flatMap((place) => {
    const known = operation.parameters.filter((it) => it.in === place).map(({ name }) => name);
    return Object.keys(request[keys[place]] ?? {})
      .filter((name) => !(place === "header" && /^accept$/i.test(name)))
      .filter((name) => !known.some((it) => isSame(place, name, it)))
      .filter((name) => !isMeant(`${place} parameter ${name}`))
      .map((name) => ({
        at: ["request", keys[place], name],
        message: `${operation.operationId} has no ${place} parameter ${name}.${choice(known, name)}`,
      }));
  });
}

function bodyFaults(
  document: OpenApiDocument,
  { operationId, requestBody }: Operation,
  { body }: WrittenRequest,
  isMeant: IsMeant,
): Fault[] {
  const at = ["request", "body"];
  if (isMeant("request body")) return [];
  if (requestBody === undefined) {
    return body === undefined ? [] : [{ at, message: `${operationId} takes no body.` }];
  }
  if (body === undefined) {
    if (requestBody.required !== true) return [];
    return [{ at: ["request"], message: `${operationId} requires a body.` }];
  }
  const types = Object.keys(requestBody.content);
  const declared = types.find((it) => covers(it, body.mediaType));
  if (declared === undefined) {
    if (isMeant("media type of the request body")) return [];
    const message = `${operationId} takes no body as ${body.mediaType}.${choice(types, body.mediaType)}`;
    return [{ at: [...at, "mediaType"], message }];
  }
  const schema = requestBody.content[declared]?.schema ?? {};
  if (body.text !== undefined && /[/+]json$/.test(body.mediaType)) {
    return textFaults(body.text, (value) => schemaCheck(document)(schema, value));
  }
  if (isMeant("name of a part")) return [];
  const names = Object.keys(resolve(document, schema).properties ?? {});
  return (body.parts ?? []).flatMap(({ name }, index) =>
    names.includes(name)
      ? []
      : [
          {
            at: [...at, "parts", index, "name"],
            message: `The form of ${operationId} has no part "${name}".${choice(names, name)}`,
          },
        ],
  );
}

function textFaults(
  text: string,
  check: (value: unknown) => { at: string; must: string }[],
): Fault[] {
  const at = ["request", "body", "text"];
  try {
    return check(JSON.parse(text)).map((it) => ({ at, message: `The body${it.at} ${it.must}.` }));
  } catch {
    return [{ at, message: "The body is not JSON." }];
  }
}

/** The names of headers have no case. */
function isSame(place: keyof typeof keys, a: string, b: string): boolean {
  return place === "header" ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function covers(declared: string, sent: string): boolean {
  return declared.endsWith("/*") ? sent.startsWith(declared.slice(0, -1)) : declared === sent;
}
