import type { OpenApiDocument, Reference } from "../document.ts";
import type { EvidenceStatus, Exchange } from "../exchange.ts";
import { isObject, toPointer, valueAt } from "../json.ts";
import { type Operation, operations } from "../operation.ts";
import { supports } from "./check.ts";
import type { Evidence, InventoryEntry, Statement, StatementKind } from "./model.ts";

/** An exchange that claims more than the provenance of something it shows. */
export interface ExchangeProblem {
  /** The id of the exchange. */
  exchange: string;
  /** The value of the exchange that has to change. */
  at: "status" | "source";
  message: string;
}

/** What an exchange shows of the document, and in which words a reader knows it. */
interface Shown {
  kind: StatementKind;
  pointer: string;
  what: string;
}

/** How strong a status is, by the pages that stand behind it. */
const strength: Record<EvidenceStatus, number> = { inferred: 0, companion: 1, documented: 2 };

/**
 * Holds every exchange against the provenance of what it shows: its operation, parameters, credentials, body and
 * response. It is no better documented than the least documented of them, or than the exchanges before it, and the
 * page it names says at least one of them.
 */
export function exchangeProblems(
  document: OpenApiDocument,
  evidence: Evidence,
  exchanges: readonly Exchange[],
): ExchangeProblem[] {
  const byId = new Map(operations(document).map((it) => [it.operationId, it]));
  const standing = standings(document, evidence);
  return exchanges.flatMap((exchange): ExchangeProblem[] => {
    const operation = byId.get(exchange.operationId);
    if (operation === undefined) return [];
    const shown = shownBy(document, operation, exchange);
    const known = shown.flatMap((it) => {
      const found = standing(it);
      return found === undefined ? [] : [{ ...it, ...found }];
    });
    const earlier = exchange.given.flatMap((id) => {
      const step = exchanges.find((it) => it.id === id);
      return step === undefined
        ? []
        : [
            {
              what: `the exchange before it (${step.operationId}/${step.name})`,
              status: step.status,
            },
          ];
    });
    const weaker = [...known, ...earlier].filter(
      ({ status }) => strength[status] < strength[exchange.status],
    );
    const least = weaker.toSorted((a, b) => strength[a.status] - strength[b.status])[0];
    const isBacked = known.some(({ pages }) => pages.includes(exchange.source));
    return [
      ...(least === undefined
        ? []
        : [
            {
              exchange: exchange.id,
              at: "status" as const,
              message: `The exchange is called ${exchange.status}, but ${inWords(weaker)}. Call it ${least.status}${least.status === "inferred" ? " and give the reason" : ""}.`,
            },
          ]),
      ...(isBacked
        ? []
        : [
            {
              exchange: exchange.id,
              at: "source" as const,
              message: `No statement about what the exchange shows follows ${exchange.source}. Name the page that shows it.`,
            },
          ]),
    ];
  });
}

function inWords(weaker: readonly { what: string; status: EvidenceStatus }[]): string {
  const parts = weaker.map(({ what, status }) => `${what} is ${status}`);
  return new Intl.ListFormat("en-GB").format(parts);
}

/** The status a place has in the end, and the pages its statements name. */
interface Standing {
  status: EvidenceStatus;
  pages: string[];
}

/**
 * Where a place stands. Where the pages contradict each other, the reading that is followed has the standing of the
 * pages it follows: a contradiction is a reading of what is printed, not a conclusion.
 */
function standings(
  document: OpenApiDocument,
  { inventories, provenance }: Evidence,
): (place: Shown) => Standing | undefined {
  const entries = new Map<string, InventoryEntry>(
    inventories.flatMap(({ key, entries }) =>
      entries.map((entry): [string, InventoryEntry] => [`${key}#${entry.id}`, entry]),
    ),
  );
  const companions = new Set(inventories.flatMap((it) => (it.isCompanion ? [it.key] : [])));
  const overruledBy = new Map(
    provenance.contradictions.map(({ number, overruled = [] }) => [number, overruled]),
  );
  const pageOf = (source: string) => source.split("#")[0] ?? "";

  const ofReading = (statement: Statement, pointer: string): EvidenceStatus => {
    const overruled = (statement.contradictions ?? []).flatMap((it) => overruledBy.get(it) ?? []);
    const followed = statement.source.filter((it) => !overruled.includes(it));
    const exact = followed.filter((it) => {
      const entry = entries.get(it);
      return entry !== undefined && supports(document, statement, pointer, entry);
    });
    const behind = exact.length > 0 ? exact : followed;
    if (behind.length === 0) return "inferred";
    return behind.every((it) => companions.has(pageOf(it))) ? "companion" : "documented";
  };

  return ({ kind, pointer }) => {
    const about = provenance.statements.filter((it) => it.kind === kind && it.at.includes(pointer));
    if (about.length === 0) return undefined;
    const statuses = about.map((it): EvidenceStatus => {
      if (it.status === "inferred") return "inferred";
      const reading = ofReading(it, pointer);
      // A group is called by its best source; each place has its own.
      if (it.status === "contradicted" || it.status === "documented") return reading;
      return it.status;
    });
    const [best = "inferred"] = statuses.toSorted((a, b) => strength[b] - strength[a]);
    return { status: best, pages: about.flatMap(({ source }) => source.map(pageOf)) };
  };
}

/** Everything an exchange shows that has a place in the document. */
function shownBy(document: OpenApiDocument, operation: Operation, exchange: Exchange): Shown[] {
  const { request, response } = exchange;
  return [
    { kind: "operation", pointer: operation.pointer, what: "its operation" },
    ...parametersOf(document, operation, request),
    ...request.security.map((name): Shown => {
      const pointer = toPointer(["components", "securitySchemes", name]);
      return { kind: "securityScheme", pointer, what: `the sign-in ${name}` };
    }),
    ...bodyOf(operation, request.body),
    ...responseOf(document, operation, response),
  ];
}

function parametersOf(
  document: OpenApiDocument,
  operation: Operation,
  { path, query, headers }: Exchange["request"],
): Shown[] {
  const sent = { path, query, header: headers };
  const named = Object.entries(sent).flatMap(([place, values]) =>
    Object.keys(values).map((name) => `${place} ${name.toLowerCase()}`),
  );
  return Object.entries(document.components.parameters ?? {}).flatMap(
    ([key, parameter]): Shown[] => {
      const isUsed = operation.parameters.some(
        (it) => it.name === parameter.name && it.in === parameter.in,
      );
      if (!isUsed || !named.includes(`${parameter.in} ${parameter.name.toLowerCase()}`)) return [];
      const pointer = toPointer(["components", "parameters", key]);
      const what = `the ${parameter.in === "header" ? "header" : "parameter"} ${parameter.name}`;
      const kind = parameter.in === "header" ? "header" : "parameter";
      const hasValues = isObject(parameter.schema) && "enum" in parameter.schema;
      return [
        { kind, pointer, what },
        ...(hasValues
          ? [
              {
                kind: "enum" as const,
                pointer: `${pointer}/schema/enum`,
                what: `the value of ${parameter.name}`,
              },
            ]
          : []),
      ];
    },
  );
}

function bodyOf(operation: Operation, body: Exchange["request"]["body"]): Shown[] {
  if (body === undefined || "empty" in body) return [];
  const content = operation.requestBody?.content ?? {};
  const mediaType = [body.mediaType, body.mediaType.replace(/\/.*/, "/*"), "*/*"].find(
    (it) => it in content,
  );
  if (mediaType === undefined) return [];
  const pointer = operation.pointer + toPointer(["requestBody", "content", mediaType]);
  // The values a client sends are its own, in an example as in a parameter.
  const shown: Shown[] = [{ kind: "mediaType", pointer, what: `its body as ${mediaType}` }];
  if ("parts" in body) {
    const schema = (content[mediaType]?.schema ?? {}) as Partial<Reference>;
    for (const name of new Set(body.parts.map((part) => part.name))) {
      const at = `${schema.$ref?.slice(1) ?? ""}${toPointer(["properties", name])}`;
      shown.push({ kind: "part", pointer: at, what: `the part ${name}` });
    }
  }
  return shown;
}

function responseOf(
  document: OpenApiDocument,
  operation: Operation,
  { status, mediaType, example }: Exchange["response"],
): Shown[] {
  const pointer = operation.pointer + toPointer(["responses", String(status)]);
  const shown: Shown[] = [{ kind: "response", pointer, what: `the status ${status}` }];
  if (mediaType === undefined) return shown;
  const { $ref } = (valueAt(document, pointer) ?? {}) as Partial<Reference>;
  const media = ($ref?.slice(1) ?? pointer) + toPointer(["content", mediaType]);
  shown.push({ kind: "mediaType", pointer: media, what: `its response as ${mediaType}` });
  if (example !== undefined) {
    const at = media + toPointer(["examples", example]);
    shown.push({ kind: "example", pointer: at, what: `the example ${example}` });
  }
  return shown;
}
