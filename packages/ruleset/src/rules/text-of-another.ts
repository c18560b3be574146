import { isObject, type JsonObject, objectAt, type Path } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";
import { schemaNodes } from "../schema-nodes.ts";

/** Something that has a name and a text of its own. */
interface Described {
  /** What the text should be about: the words of its names. */
  words: Set<string>;
  name: string;
  text: string;
  path: Path;
}

export const textOfAnother: Rule = {
  description: "Every text is about what it describes, not about what stands beside it.",
  given: "$",
  check(document) {
    const operations = operationsOf(document);
    return [
      ...operations.flatMap(methodFaults),
      ...groupsOf(document, operations).flatMap((group) => [...repeated(group), ...swapped(group)]),
    ];
  },
};

interface Operation {
  method: string;
  summary: Described | undefined;
  description: Described | undefined;
}

function operationsOf(document: unknown): Operation[] {
  return Object.entries(objectAt(document, "paths")).flatMap(([path, item]) =>
    Object.entries(objectAt(item)).flatMap(([method, it]) => {
      if (!isObject(it) || typeof it.operationId !== "string") return [];
      const at = ["paths", path, method];
      const text = (key: string) => described([it.operationId], it, [...at, key], key);
      return [{ method, summary: text("summary"), description: text("description") }];
    }),
  );
}

/** What can be taken for one another: operations, parameters, the properties of one object. */
function groupsOf(document: unknown, operations: Operation[]): Described[][] {
  const parameters = Object.entries(objectAt(document, "components", "parameters")).map(
    ([name, it]) =>
      described(
        [name, objectAt(it).name],
        objectAt(it),
        ["components", "parameters", name, "description"],
        "description",
      ),
  );
  const properties = schemaNodes(document).map(({ schema, path }) =>
    Object.entries(objectAt(schema.properties)).map(([name, it]) =>
      described([name], objectAt(it), [...path, "properties", name, "description"], "description"),
    ),
  );
  const summaries = operations.map(({ summary }) => summary);
  const groups = [summaries, parameters, ...properties];
  return groups.map((group) => group.filter((it) => it !== undefined));
}

function described(
  names: unknown[],
  holder: JsonObject,
  path: Path,
  key: string,
): Described | undefined {
  const text = holder[key];
  // A text that is to be written over is about nothing yet.
  if (typeof text !== "string" || /\bTODO\b/.test(text)) return undefined;
  const words = new Set(names.flatMap((name) => wordsOf(String(name))));
  return { words, name: String(names.at(-1)), text: text.replace(/\s+/g, " ").trim(), path };
}

/** The same sentence about two things is about one of them at most. */
function repeated(group: Described[]): Finding[] {
  return group.flatMap((one, index) => {
    const other = group.slice(0, index).find(({ text }) => text === one.text);
    if (other === undefined) return [];
    const message = `"${one.name}" has the text of "${other.name}". Say what is different about it.`;
    return [{ message, path: one.path }];
  });
}

/** Two texts of which each has more of the other's words than of its own; one with the words of neither is about neither. */
function swapped(group: Described[]): Finding[] {
  return group.flatMap((one) =>
    group
      .filter(
        (other) =>
          other !== one &&
          fits(one, other) > fits(one, one) &&
          fits(other, one) > fits(other, other),
      )
      .slice(0, 1)
      .map((other) => ({
        message: `This text of "${one.name}" is about "${other.name}", and the other way round. Exchange the two.`,
        path: one.path,
      })),
  );
}

/** How many words of a thing's names a text has, in its first sentence. */
function fits(text: Described, thing: Described): number {
  // What stands in code is referred to, not described.
  const [first = ""] = text.text.replace(/`[^`]*`/g, "").split(/(?<=[.;])\s/);
  const said = new Set(wordsOf(first));
  return [...thing.words].filter((word) => said.has(word)).length;
}

/** The words of a name or a sentence, without case and plural. */
function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && word !== "the" && word !== "for")
    .map((word) => word.replace(/(?<=[a-z]{2})s$/, ""));
}

const verbs = {
  read: "get|gets|list|lists|return|returns|read|reads|fetch|fetches|find|finds|describe|describes|download|downloads|show|shows",
  write:
    "add|adds|upload|uploads|save|saves|store|stores|replace|replaces|update|updates|create|creates|set|sets",
  delete: "delete|deletes|remove|removes|clear|clears",
};

/** The kinds of verbs that no text of a method starts with. */
const unfit: Record<string, (keyof typeof verbs)[]> = {
  get: ["write", "delete"],
  head: ["write", "delete"],
  put: ["read", "delete"],
  patch: ["read", "delete"],
  post: ["delete"],
  delete: ["read", "write"],
};

function methodFaults({ method, summary, description }: Operation): Finding[] {
  return [summary, description].flatMap((it) => {
    const [first = ""] = it?.text.split(" ") ?? [];
    const isUnfit = unfit[method]?.some((kind) =>
      new RegExp(`^(?:${verbs[kind]})$`, "i").test(first),
    );
    if (it === undefined || isUnfit !== true) return [];
    const message = `"${first}" is not what a ${method.toUpperCase()} does. Say what ${it.name} does.`;
    return [{ message, path: it.path }];
  });
}
