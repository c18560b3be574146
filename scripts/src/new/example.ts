import { posix } from "node:path";
import { type Json, toPointer } from "@image-apis/spec";
import type { Bundle } from "@image-apis/spec/generator";
import { toDo } from "@image-apis/spec-tools";
import type { Draft } from "./draft.ts";
import { hyphenated } from "./exchange.ts";
import { findOperation, knownOperations } from "./known.ts";
import type { Question } from "./questions.ts";

export interface ExampleAnswers {
  operation: string;
  status: string;
  meaning: string;
}

export function exampleQuestions(bundles: readonly Bundle[]): Question<keyof ExampleAnswers>[] {
  return [
    {
      name: "operation",
      message: "Of which operation?",
      choices: () => knownOperations(bundles).map(({ operation }) => operation.operationId),
    },
    {
      name: "status",
      message: "Of which response?",
      choices: ({ operation = "" }) => [
        ...new Set(findOperation(bundles, operation).examples.map(({ status }) => `${status}`)),
      ],
    },
    { name: "meaning", message: "What it means, in words joined by hyphens", pattern: hyphenated },
  ];
}

/** Drafts an example as a copy of the first one of its response, and refers to it beside that one. */
export function newExample(
  draft: Draft,
  bundles: readonly Bundle[],
  { operation: operationId, status, meaning }: ExampleAnswers,
): string[] {
  const { bundle, operation, examples } = findOperation(bundles, operationId);
  const model = examples.find((it) => `${it.status}` === status);
  if (model === undefined) {
    const known = [...new Set(examples.map((it) => it.status))].join(", ");
    throw new Error(
      `${operationId} has no response ${status} with an example. Known: ${known}. Describe another response in ` +
        `the operation's file first.`,
    );
  }
  const key = `${status}-${meaning}`;
  const file = `spec/${bundle.api}/examples/${operationId}/${key}.yaml`;
  const value: Json = model.example.value;
  draft.create(file, { summary: toDo("what it shows"), value });

  const tokens = ["responses", status, "content", model.mediaType, "examples"];
  const place = bundle.locations[operation.pointer + toPointer(tokens)];
  // A response that several operations share stands in a component; its examples are theirs as well.
  if (place === undefined || !place.file.includes("/paths/")) {
    throw new Error(
      `The ${status} of ${operationId} is shared with other operations. Describe it in the operation's file first.`,
    );
  }
  const reference = { [key]: { $ref: posix.relative(posix.dirname(place.file), file) } };
  draft.insert(place.file, [operation.method, ...tokens], reference);
  return [`${file}: the summary and the value`];
}
