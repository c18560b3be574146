import { perFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOfIndex } from "./location.ts";

/** A text that is to be written over: what `npm run new` cannot know. */
export const toDo = (what: string) => `TODO: ${what}.`;

/** The words after the mark, to the end of their sentence. */
const mark = /\bTODO\b:? *([^."'\n]*)/g;

/** Texts that are still to be filled in. They are warnings: the loop goes on with them. */
export const unfinishedTexts = perFile((source): Finding[] =>
  [...source.text.matchAll(mark)].map(({ index, 1: what = "" }) => ({
    ...locationOfIndex(source, index),
    severity: "warning",
    rule: "to-do",
    message: `Still to fill in: ${what.trim() || "this text"}.`,
    page: "CONTRIBUTING.md",
  })),
);
