import type { Bundle } from "@image-apis/spec/generator";
import { type ApiAnswers, apiQuestions, newApi } from "./api.ts";
import type { Draft } from "./draft.ts";
import { type ExampleAnswers, exampleQuestions, newExample } from "./example.ts";
import { type ExchangeAnswers, exchangeQuestions, newExchange } from "./exchange.ts";
import { newOperation, type OperationAnswers, operationQuestions } from "./operation.ts";
import type { Question } from "./questions.ts";

type Bundles = readonly Bundle[];

/** Something new that can be written. */
export interface Kind {
  about: string;
  /** What must be known first; what can be chosen is looked up when it is asked. */
  questions(bundles: Bundles): Question[];
  /** Drafts the files and says what is to be filled in. What is known are the answers to the questions. */
  draft(draft: Draft, bundles: Bundles, known: object): string[];
}

const today = new Date().toISOString().slice(0, 10);

/** By the word it is asked for with. */
export const kinds = {
  operation: {
    about: "An operation with its path, its parameters, a response, an example and an exchange.",
    questions: operationQuestions,
    draft: (draft, bundles, known) => newOperation(draft, bundles, known as OperationAnswers),
  },
  example: {
    about: "Another example of a response that has one.",
    questions: exampleQuestions,
    draft: (draft, bundles, known) => newExample(draft, bundles, known as ExampleAnswers),
  },
  exchange: {
    about: "A request with the example of its response.",
    questions: exchangeQuestions,
    draft: (draft, bundles, known) => newExchange(draft, bundles, known as ExchangeAnswers),
  },
  api: {
    about: "An API with its first operation.",
    questions: () => apiQuestions,
    draft: (draft, _bundles, known) => newApi(draft, known as ApiAnswers, today),
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
