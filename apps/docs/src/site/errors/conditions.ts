import { type ContentFile, contentFiles } from "../content/content-folder.ts";

/** Why a vendor refuses, in words, and what to do. */
export interface Condition {
  /** As `x-when` names it. */
  name: string;
  symptom: string;
  remedy: ContentFile;
}

interface ConditionFinder {
  /** @throws Error where nobody has explained the condition. */
  (name: string): Condition;
  /** @throws Error where a file explains a condition that was never asked for. */
  failOnUnused(): void;
}

/** Finds the conditions that `content/conditions/` explains. */
export function conditionFinder(files = contentFiles("conditions")): ConditionFinder {
  const known = new Map(
    files.map((remedy) => [remedy.name, { name: remedy.name, symptom: remedy.title, remedy }]),
  );
  const used = new Set<string>();
  const find = (name: string): Condition => {
    const condition = known.get(name);
    if (condition === undefined) {
      throw new Error(
        `The documents name the condition "${name}". Explain it in apps/docs/content/conditions/${name}.md: ` +
          "the symptom as a heading, then how to mend it.",
      );
    }
    used.add(name);
    return condition;
  };
  return Object.assign(find, {
    failOnUnused() {
      for (const { name, remedy } of known.values()) {
        if (!used.has(name))
          throw new Error(`${remedy.path}:1: no error of the documents has this cause.`);
      }
    },
  });
}
