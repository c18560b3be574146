import { parseArgs } from "node:util";
import type { Bundle } from "../../../spec/build/bundle.ts";
import { type ApiAnswers, apiQuestions, newApi } from "./api.ts";
import { Draft } from "./draft.ts";
import { type ExampleAnswers, exampleQuestions, newExample } from "./example.ts";
import { type ExchangeAnswers, exchangeQuestions, newExchange } from "./exchange.ts";
import { newOperation, type OperationAnswers, operationQuestions } from "./operation.ts";
import { answers, type Question } from "./questions.ts";
import { checkedRepository } from "./write.ts";

type Bundles = readonly Bundle[];

interface Kind {
  questions(bundles: Bundles): Question[];
  /** Drafts the files and says what is to be filled in. What is known are the answers to the questions. */
  draft(draft: Draft, bundles: Bundles, known: object): string[];
}

const today = new Date().toISOString().slice(0, 10);

const kinds: Record<string, Kind> = {
  operation: {
    questions: operationQuestions,
    draft: (draft, bundles, known) => newOperation(draft, bundles, known as OperationAnswers),
  },
  example: {
    questions: exampleQuestions,
    draft: (draft, bundles, known) => newExample(draft, bundles, known as ExampleAnswers),
  },
  exchange: {
    questions: exchangeQuestions,
    draft: (draft, bundles, known) => newExchange(draft, bundles, known as ExchangeAnswers),
  },
  api: {
    questions: () => apiQuestions,
    draft: (draft, _bundles, known) => newApi(draft, known as ApiAnswers, today),
  },
};

/** What was written, and what is left to do. */
export interface Created {
  created: string[];
  changed: string[];
  toFillIn: string[];
}

/**
 * Writes the files of something new into a repository.
 *
 * @param args what it is, then flags; what they leave open is asked for where somebody can be asked.
 * @throws Error with what is wrong and what would be right, and Cancelled; then nothing is written.
 */
export async function create(
  repository: string,
  [name = "", ...args]: readonly string[],
  canAsk: boolean,
): Promise<Created> {
  const kind = kinds[name];
  if (kind === undefined) {
    const known = Object.keys(kinds).join(", ");
    throw new Error(`There is nothing new called "${name}". Known: ${known}.`);
  }
  const { bundles, write } = await checkedRepository(repository);
  const questions = kind.questions(bundles);
  const options = Object.fromEntries(questions.map((it) => [it.name, { type: "string" as const }]));
  const { values } = parseArgs({ args, options });
  const draft = new Draft(repository);
  const known = await answers(questions, values, canAsk);
  const toFillIn = kind.draft(draft, bundles, known);
  await write(draft);
  return { ...draft.written, toFillIn };
}
