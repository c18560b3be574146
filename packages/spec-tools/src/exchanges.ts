import {
  describesStatus,
  type OpenApiDocument,
  type Operation,
  operations,
  responseExamples,
} from "@image-apis/spec";
import {
  filesBelow,
  readEvidence,
  readFixtureNames,
  type Sources,
  type TextFile,
  yamlValue,
} from "@image-apis/spec/generator";
import { type NamedResponse, responseFaults } from "./documented-response.ts";
import { effectFaults, type NamedEffect } from "./effects.ts";
import { choice, type Fault } from "./fault.ts";
import type { Finding } from "./finding.ts";
import { locationOf, type ValuePath } from "./location.ts";
import { type IsMeant, requestValueFaults, type WrittenRequest } from "./request-values.ts";

/** The parts of an exchange file that name something elsewhere; nothing is sure before it is checked. */
interface NamedThings {
  source?: string;
  breaks?: string[];
  given?: string[];
  request?: Omit<WrittenRequest, "body"> & {
    security?: string[];
    body?: {
      mediaType: string;
      example?: string;
      fixture?: string;
      text?: string;
      parts?: { name: string; fixture?: string }[];
    };
  };
  response?: NamedResponse;
  then?: NamedEffect[];
}

/**
 * Exchanges and refusals that name an operation, a page, a step, a scheme, a fixture, an answer or an example that is
 * not there, or send what the document does not take without being meant to.
 */
export function exchangeFaults(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
): Finding[] {
  const faults = (folder: string, check: Check) =>
    faultsIn(sources, `spec/${api}/${folder}/`, document, check);
  const pages = readEvidence(sources, api).inventories.map(({ key }) => key);
  return [
    ...faults("exchanges", (operation, exchange) => [
      ...unknown(exchange.source === undefined ? [] : [exchange.source], ["source"], "page", pages),
      ...responseFaults(operation, exchange.response, ["response"]),
      ...requestValueFaults(
        document,
        operation,
        exchange.request ?? {},
        meant(operation, exchange),
      ),
    ]),
    // A refusal's answer is this project's own.
    ...faults("refusals", (operation, { request = {}, breaks = [] }) =>
      requestValueFaults(document, operation, request, (rule) => breaks.includes(rule)),
    ),
  ];
}

type Check = (operation: Operation, exchange: NamedThings) => Fault[];

/**
 * What an exchange may break: nothing where it is answered with what it asked for. The body of one that is refused is
 * left to the proof, which knows every condition; its parameters are wrong on purpose where the condition says so.
 */
function meant(operation: Operation, { response = {} }: NamedThings): IsMeant {
  if ((response.status ?? 0) < 400) return () => false;
  const answer = responseExamples(operation).find(
    ({ documented, key }) =>
      describesStatus(documented, response.status ?? 0) && key === response.example,
  );
  const isWrong = answer?.when.some((it) => /^(invalid|missing|no)-/.test(it)) ?? false;
  return (rule) => isWrong || !rule.includes(" parameter ");
}

function faultsIn(
  sources: Sources,
  folder: string,
  document: OpenApiDocument,
  checkResponse: Check,
): Finding[] {
  const files = filesBelow(sources, folder);
  const known = new Set(files.map(({ file }) => file.slice(folder.length, -".yaml".length)));
  const byId = new Map(operations(document).map((it) => [it.operationId, it]));
  const schemes = Object.keys(document.components.securitySchemes ?? {});
  const fixtures = readFixtureNames(sources);
  const strangers = new Set<string>();
  return files.flatMap((source) => {
    const operationId = source.file.slice(folder.length).split("/")[0] ?? "";
    const operation = byId.get(operationId);
    if (operation === undefined) {
      if (strangers.has(operationId)) return [];
      strangers.add(operationId);
      const message = `No operation is called "${operationId}". Rename the folder to its operationId.`;
      return [toFinding(source, { at: [], message })];
    }
    const exchange = (yamlValue(source) ?? {}) as NamedThings;
    return [
      ...unknown(exchange.given, ["given"], "exchange", [...known]),
      ...unknown(exchange.request?.security, ["request", "security"], "security scheme", schemes),
      ...fixtureFaults(fixtures, exchange),
      ...requestFaults(operation, exchange),
      ...effectFaults(operation, exchange, [...byId.values()]),
      ...checkResponse(operation, exchange),
    ].map((fault) => toFinding(source, fault));
  });
}

function unknown(
  names: string[] | undefined,
  at: ValuePath,
  what: string,
  known: string[],
): Fault[] {
  return (names ?? []).flatMap((name, index) =>
    known.includes(name)
      ? []
      : [{ at: [...at, index], message: `There is no ${what} "${name}".${choice(known, name)}` }],
  );
}

function fixtureFaults(known: string[], { request, response, then }: NamedThings): Fault[] {
  const body = request?.body;
  const named: [ValuePath, string | undefined][] = [
    [["request", "body", "fixture"], body?.fixture],
    [["response", "fixture"], response?.fixture],
    ...(body?.parts ?? []).map((part, index): [ValuePath, string | undefined] => [
      ["request", "body", "parts", index, "fixture"],
      part.fixture,
    ]),
    ...(then ?? []).map((step, index): [ValuePath, string | undefined] => [
      ["then", index, "shows", "fixture"],
      step.shows?.fixture,
    ]),
  ];
  return named.flatMap(([at, name]) =>
    name === undefined || known.includes(name)
      ? []
      : [{ at, message: `There is no fixture "${name}".${choice(known, name)}` }],
  );
}

function requestFaults({ operationId, requestBody }: Operation, { request }: NamedThings): Fault[] {
  const { mediaType = "", example } = request?.body ?? {};
  if (example === undefined) return [];
  const known = Object.keys(requestBody?.content[mediaType]?.examples ?? {});
  if (known.includes(example)) return [];
  const message = `${operationId} has no example "${example}" for a ${mediaType} body.${choice(known, example)}`;
  return [{ at: ["request", "body", "example"], message }];
}

function toFinding(source: TextFile, { at, message }: Fault): Finding {
  const location = locationOf(source, at);
  return { ...location, severity: "error", rule: "exchange", message, page: "spec/README.md" };
}
