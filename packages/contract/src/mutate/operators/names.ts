import { toPointer } from "@image-apis/spec";
import type { Edit, Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { entriesAt, examplePlaces, operationPlaces, schemaPlaces } from "../places.ts";
import type { Subject } from "../subject.ts";
import { misspelt } from "./misspelt.ts";

const property: Operator = {
  name: "property.rename",
  does: "Renames a property, or a part of a form, where it is declared.",
  find: ({ document }) =>
    properties(document).map(({ at, key, owner }) => ({
      at,
      sentence: `${owner}.${key} is called "${misspelt(key)}".`,
      edits: [{ at, rename: misspelt(key) }],
    })),
};

const everywhere: Operator = {
  name: "property.rename-everywhere",
  does: "Renames a property in its schema, in `required`, in every example and in the provenance.",
  find: (subject) =>
    properties(subject.document).map(({ at, key, owner, required }) => ({
      at,
      sentence: `${owner}.${key} is called "${misspelt(key)}" in the whole document.`,
      edits: [
        ...inExamples(subject, key),
        ...(required.includes(key)
          ? [
              {
                at: [...at.slice(0, -2), "required", required.indexOf(key)] as unknown as Path,
                set: misspelt(key),
              },
            ]
          : []),
        ...inProvenance(subject, at, misspelt(key)),
        { at, rename: misspelt(key) },
      ],
    })),
};

const remove: Operator = {
  name: "property.remove",
  does: "Deletes a property, or a part of a form.",
  find: ({ document }) =>
    properties(document).map(({ at, key, owner }) => ({
      at,
      sentence: `${owner} has no property "${key}".`,
      edits: [{ at, remove: true }],
    })),
};

const parameter: Operator = {
  name: "parameter.rename",
  does: "Renames a parameter.",
  find: ({ document }) =>
    entriesAt(["document", "components", "parameters"], document.components.parameters).map(
      ([, { at, node }]) => ({
        at: [...at, "name"],
        sentence: `The parameter ${node.name} is called "${misspelt(node.name)}".`,
        edits: [{ at: [...at, "name"], set: misspelt(node.name) }],
      }),
    ),
};

const removedParameter: Operator = {
  name: "parameter.remove",
  does: "Takes a parameter away from an operation.",
  find: ({ document }) =>
    operationPlaces(document).flatMap(({ at, node: { operationId, parameters = [] } }) =>
      parameters.map((it, index) => ({
        at: [...at, "parameters", index],
        detail: "$ref" in it ? (it.$ref.split("/").at(-1) ?? "") : it.name,
        sentence: `${operationId} has lost its parameter ${"$ref" in it ? it.$ref.split("/").at(-1) : it.name}.`,
        edits: [{ at: [...at, "parameters", index], remove: true }],
      })),
    ),
};

const path: Operator = {
  name: "path.rename",
  does: "Renames the last word of a path.",
  find: (subject) =>
    Object.keys(subject.document.paths).map((before) => {
      const at = ["document", "paths", before] as const;
      const words = before.split("/");
      const last = words.findLastIndex((word) => /^\w/.test(word));
      const after = words.with(last, misspelt(words[last] ?? "")).join("/");
      return {
        at,
        sentence: `The path ${before} is ${after}.`,
        edits: [...inProvenance(subject, at, after), { at, rename: after }],
      };
    }),
};

const pathParameter: Operator = {
  name: "path.rename-parameter",
  does: "Renames a parameter in a path alone.",
  find: (subject) =>
    Object.keys(subject.document.paths)
      .filter((before) => before.includes("{"))
      .map((before) => {
        const at = ["document", "paths", before] as const;
        const after = before.replace(/\{(\w+)\}/, (_, name: string) => `{${misspelt(name)}}`);
        return {
          at,
          sentence: `The path ${before} is ${after}.`,
          edits: [...inProvenance(subject, at, after), { at, rename: after }],
        };
      }),
};

const operationId: Operator = {
  name: "operationId.rename",
  does: "Renames an operation.",
  find: ({ document }) =>
    operationPlaces(document).map(({ at, node }) => ({
      at: [...at, "operationId"],
      sentence: `The operation ${node.operationId} is called "${misspelt(node.operationId)}".`,
      edits: [{ at: [...at, "operationId"], set: misspelt(node.operationId) }],
    })),
};

interface Property {
  at: Path;
  key: string;
  owner: string;
  required: string[];
}

function properties(document: Subject["document"]): Property[] {
  return schemaPlaces(document).flatMap(({ at, node: { properties: held, required = [] }, name }) =>
    entriesAt([...at, "properties"], held).map(([key, place]) => ({
      at: place.at,
      key,
      owner: name,
      required,
    })),
  );
}

/** Renames a key in the values of all examples, innermost first. */
function inExamples({ document }: Subject, key: string): Edit[] {
  const within = (at: Path, value: unknown): Edit[] => {
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([name, inner]): Edit[] => [
      ...within([...at, name], inner),
      ...(name === key ? [{ at: [...at, name] as Path, rename: misspelt(key) }] : []),
    ]);
  };
  return examplePlaces(document).flatMap(({ at, node }) => within([...at, "value"], node.value));
}

/** Lets the provenance follow a renamed key. */
function inProvenance({ evidence }: Subject, [, ...tokens]: Path, to: string): Edit[] {
  const from = toPointer(tokens);
  const next = toPointer([...tokens.slice(0, -1), to]);
  return evidence.provenance.statements.flatMap((statement, index) =>
    statement.at.flatMap((pointer, nth) =>
      pointer === from || pointer.startsWith(`${from}/`)
        ? [
            {
              at: ["evidence", "provenance", "statements", index, "at", nth] as Path,
              set: next + pointer.slice(from.length),
            },
          ]
        : [],
    ),
  );
}

/** What becomes of names. */
export const nameOperators: Operator[] = [
  property,
  everywhere,
  remove,
  parameter,
  removedParameter,
  path,
  pathParameter,
  operationId,
];
