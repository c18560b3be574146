import type { Exchange, Operation } from "@image-apis/spec";
import type { Bundle } from "@image-apis/spec/generator";
import { toDo } from "@image-apis/spec-tools";
import type { Draft } from "./draft.ts";
import { findOperation, type Known } from "./known.ts";
import type { Question } from "./questions.ts";
import { sourceQuestion } from "./source.ts";

export interface ExchangeAnswers {
  operation: string;
  name: string;
  summary: string;
  example: string;
  source: string;
}

export function exchangeQuestions(bundles: readonly Bundle[]): Question<keyof ExchangeAnswers>[] {
  const examples = ({ operation = "" }) =>
    findOperation(bundles, operation).examples.map(({ key }) => key);
  return [
    {
      name: "operation",
      message: "Of which operation?",
      choices: () => bundles.flatMap(({ document }) => operationIds(document.paths)),
    },
    { name: "name", message: "Name of the file, in words joined by hyphens", pattern: hyphenated },
    { name: "summary", message: "What is sent, in a few words" },
    { name: "example", message: "Which documented example is the response?", choices: examples },
    {
      ...sourceQuestion(({ operation = "" }) => findOperation(bundles, operation).bundle),
      // The page of the exchange whose request is taken, as far as there is one.
      fallback: ({ operation = "", example = "" }) =>
        modelOf(findOperation(bundles, operation), example)?.source,
    },
  ];
}

/** Names of files in lower case. */
export const hyphenated = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const operationIds = (paths: object) =>
  Object.values(paths).flatMap((item: object) =>
    Object.values(item).flatMap((it: { operationId?: string }) => it.operationId ?? []),
  );

/** Drafts an exchange: the request of one that is there already, or one made from the parameters' examples. */
export function newExchange(
  draft: Draft,
  bundles: readonly Bundle[],
  { operation: operationId, name, summary, example: key, source }: ExchangeAnswers,
): string[] {
  const known = findOperation(bundles, operationId);
  const { bundle, operation, examples } = known;
  const example = examples.find((it) => it.key === key);
  if (example === undefined) {
    const keys = examples.map((it) => it.key).join(", ");
    throw new Error(`${operationId} has no example "${key}". Known: ${keys}.`);
  }
  const model = modelOf(known, key);
  const file = `spec/${bundle.api}/exchanges/${operationId}/${name}.yaml`;
  draft.create(file, {
    summary,
    source,
    status: "inferred",
    reason: toDo("say why the vendor would respond so, or name the page and its status"),
    request: model === undefined ? requestFrom(operation) : writtenRequest(model),
    response: { status: example.status, mediaType: example.mediaType, example: key },
  });
  return [`${file}: what is sent, the source and its status`];
}

/** The exchange that a new one is like: of the same response, or of the same operation. */
function modelOf({ bundle, operation }: Known, example: string): Exchange | undefined {
  const own = bundle.exchanges.filter((it) => it.operationId === operation.operationId);
  return own.find(({ response }) => response.example === example) ?? own[0];
}

function writtenRequest({ request }: Exchange): object {
  const { path, query, headers, body } = request;
  return Object.fromEntries(
    Object.entries({ path, query, headers, body }).filter(
      ([, it]) => it !== undefined && Object.keys(it).length > 0,
    ),
  );
}

function requestFrom({ parameters }: Operation): object {
  const required = parameters.filter((it) => it.required && it.in === "path");
  const path = required.map(({ name, examples }) => [
    name,
    Object.values(examples ?? {})[0]?.value ?? "example",
  ]);
  return path.length === 0 ? {} : { path: Object.fromEntries(path) };
}
