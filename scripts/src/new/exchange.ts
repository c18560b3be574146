import type { Exchange, Operation } from "@image-apis/spec";
import type { Bundle } from "../../../spec/build/bundle.ts";
import { toDo } from "../../../spec/lint/to-do.ts";
import type { Draft } from "./draft.ts";
import { findOperation } from "./known.ts";
import type { Question } from "./questions.ts";

export interface ExchangeAnswers {
  operation: string;
  name: string;
  summary: string;
  example: string;
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
    { name: "example", message: "Which documented example is the answer?", choices: examples },
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
  { operation: operationId, name, summary, example: key }: ExchangeAnswers,
): string[] {
  const { bundle, operation, examples } = findOperation(bundles, operationId);
  const example = examples.find((it) => it.key === key);
  if (example === undefined) {
    const known = examples.map((it) => it.key).join(", ");
    throw new Error(`${operationId} has no example "${key}". Known: ${known}.`);
  }
  const own = bundle.exchanges.filter((it) => it.operationId === operationId);
  const model = own.find(({ response }) => response.example === key) ?? own[0];
  const file = `spec/${bundle.api}/exchanges/${operationId}/${name}.yaml`;
  draft.create(file, {
    summary,
    source: model?.source ?? bundle.evidence.inventories[0]?.key,
    status: "inferred",
    reason: toDo("say why the vendor would answer so, or name the page and its status"),
    request: model === undefined ? requestFrom(operation) : writtenRequest(model),
    response: { status: example.status, mediaType: example.mediaType, example: key },
  });
  return [`${file}: what is sent, the source and its status`];
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
