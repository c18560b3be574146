import type { Bundle } from "@image-apis/spec/generator";
import type { Question } from "./questions.ts";

/** Asks which page says so; `bundleOf` finds the API by what was answered before. */
export function sourceQuestion(
  bundleOf: (known: Record<string, string>) => Bundle,
): Question<"source"> {
  return {
    name: "source",
    message: "Which page describes it? Its key in sources/",
    choices: (known) => bundleOf(known).evidence.inventories.map(({ key }) => key),
    hint: (choice, known) =>
      bundleOf(known).evidence.inventories.find(({ key }) => key === choice)?.title,
  };
}
