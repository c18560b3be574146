import {
  type OpenApiDocument,
  type Reference,
  type Response,
  type SourceLocation,
  toPointer,
} from "@image-apis/spec";
import { conditionsFile, readConditions, type Sources } from "@image-apis/spec/generator";
import { choice } from "./fault.ts";
import type { Finding } from "./finding.ts";
import { locationOfKey } from "./location.ts";

const rest = { severity: "error", rule: "condition", page: "spec/README.md" } as const;

/** A condition that an example names, and where, as a JSON pointer into the bundle. */
interface Named {
  name: string;
  pointer: string;
}

/** Names in `x-when` that the vocabulary does not have. */
export function unknownConditions(
  sources: Sources,
  document: OpenApiDocument,
  locate: (pointer: string) => SourceLocation,
): Finding[] {
  const known = Object.keys(readConditions(sources));
  return namedConditions(document)
    .filter(({ name }) => !known.includes(name))
    .map(({ name, pointer }) => ({
      ...locate(pointer),
      ...rest,
      message: `${conditionsFile} has no condition "${name}".${choice(known, name)}`,
      fix: `Write a condition that fits, or add "${name}" to ${conditionsFile} with its kind, meaning and remedy.`,
    }));
}

/** Conditions that no document uses. */
export function unusedConditions(
  sources: Sources,
  documents: readonly OpenApiDocument[],
): Finding[] {
  const source = sources.get(conditionsFile);
  if (source === undefined) return [];
  const used = new Set(documents.flatMap(namedConditions).map(({ name }) => name));
  return Object.keys(readConditions(sources))
    .filter((name) => !used.has(name))
    .map((name) => ({
      ...locationOfKey(source, [], name),
      ...rest,
      message: `No response of any API has the condition "${name}".`,
      fix: "Delete the condition, or name it in the x-when of an example.",
    }));
}

function namedConditions({ paths, components }: OpenApiDocument): Named[] {
  const ofOperations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      method === "parameters" || method === "servers"
        ? []
        : namedIn(["paths", path, method, "responses"], (operation as Operation).responses),
    ),
  );
  return [...ofOperations, ...namedIn(["components", "responses"], components.responses)];
}

interface Operation {
  responses?: Record<string, Response | Reference>;
}

function namedIn(at: string[], responses: Operation["responses"] = {}): Named[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    if ("$ref" in response) return [];
    return Object.entries(response.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).flatMap(([key, { "x-when": when = [] }]) =>
        [when].flat().map((name) => ({
          name,
          pointer: toPointer([...at, status, "content", type, "examples", key, "x-when"]),
        })),
      ),
    );
  });
}
