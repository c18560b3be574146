import { type Exchange, operations, responseExamples } from "@image-apis/spec";
import { languageOf } from "../parts/samples.ts";
import { sampleOf } from "../samples.ts";
import type { Site } from "../site.ts";

/** What stands in a fenced block. */
export interface Block {
  /** How a highlighter knows it. */
  language: string;
  text: string;
}

/**
 * What a block is filled with: `sample <api>/<operationId>/<exchange> <language>` with that sample, `answer
 * <operationId>/<exchange>` with the body the document gives that exchange. Nothing for every other block, which holds
 * its own text.
 *
 * @throws Error where there is no such sample or exchange.
 */
export function filledBlock(site: Site, info: string): Block | undefined {
  const [kind, id = "", language = ""] = info.trim().split(" ");
  if (kind !== "sample" && kind !== "answer") return undefined;
  const block = kind === "sample" ? sampleBlock(site, id, language) : answerOf(site, id);
  if (block === undefined) throw new Error(`there is no ${kind} "${info}".`);
  return block;
}

function sampleBlock({ samples }: Site, id: string, language: string): Block | undefined {
  const sample = sampleOf(samples, id, language);
  return sample && { language: languageOf(sample.language).highlighter, text: sample.text };
}

function answerOf({ apis }: Site, id: string): Block | undefined {
  const [operationId, name] = id.split("/");
  for (const { document, exchanges } of apis) {
    const exchange = exchanges.find((it) => it.operationId === operationId && it.name === name);
    const operation = operations(document).find((it) => it.operationId === operationId);
    if (exchange === undefined || operation === undefined) continue;
    const answer = responseExamples(operation).find((it) => isAnswerTo(exchange, it));
    return answer && { language: "json", text: JSON.stringify(answer.example.value, null, 2) };
  }
  return undefined;
}

function isAnswerTo(
  { response }: Exchange,
  { status, mediaType, key }: ReturnType<typeof responseExamples>[number],
): boolean {
  return response.status === status && response.mediaType === mediaType && response.example === key;
}
