import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { schemaPlaces } from "../places.ts";
import type { Subject } from "../subject.ts";

const remove: Operator = {
  name: "enum.remove",
  does: "Takes a value out of an enum.",
  find: (subject) =>
    enums(subject).flatMap(({ at, values, owner }) =>
      values.map((value, index) => ({
        at: [...at, index],
        detail: String(value),
        sentence: `${owner} can no longer be "${value}".`,
        edits: [{ at: [...at, index], remove: true }],
      })),
    ),
};

const rename: Operator = {
  name: "enum.rename",
  does: "Writes a value of an enum another way.",
  find: (subject) =>
    enums(subject).flatMap(({ at, values, owner }) =>
      values.map((value, index) => ({
        at: [...at, index],
        detail: String(value),
        sentence: `${owner} can be "${value}S" instead of "${value}".`,
        edits: [{ at: [...at, index], set: `${value}S` }],
      })),
    ),
};

const add: Operator = {
  name: "enum.add",
  does: "Puts one more value into an enum.",
  find: (subject) =>
    enums(subject).map(({ at, values, owner }) => ({
      at,
      sentence: `${owner} can be "OTHER" as well.`,
      edits: [{ at, set: [...values, "OTHER"] }],
    })),
};

const drop: Operator = {
  name: "enum.drop",
  does: "Deletes an enum, so that any value passes.",
  find: (subject) =>
    enums(subject).map(({ at, owner }) => ({
      at,
      sentence: `${owner} can be anything.`,
      edits: [{ at, remove: true }],
    })),
};

const changed: Operator = {
  name: "default.change",
  does: "Replaces a default by another value of the enum.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at: holder, node, name }) => {
      const other = (node.enum as unknown[] | undefined)?.find((value) => value !== node.default);
      if (node.default === undefined || other === undefined) return [];
      const at: Path = [...holder, "default"];
      const sentence = `The default of ${name} is "${other}" instead of "${node.default}".`;
      return [{ at, sentence, edits: [{ at, set: other }] }];
    }),
};

const forgotten: Operator = {
  name: "default.remove",
  does: "Deletes a default.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at: holder, node, name }) => {
      if (node.default === undefined) return [];
      const at: Path = [...holder, "default"];
      return [{ at, sentence: `${name} has no default.`, edits: [{ at, remove: true as const }] }];
    }),
};

const invented: Operator = {
  name: "default.add",
  does: "Makes the first value of an enum its default.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at: holder, node, name }) => {
      if (!Array.isArray(node.enum) || node.default !== undefined) return [];
      const at: Path = [...holder, "default"];
      const [first] = node.enum;
      return [
        { at, sentence: `The default of ${name} is "${first}".`, edits: [{ at, set: first }] },
      ];
    }),
};

const xml: Operator = {
  name: "xml.rename",
  does: "Renames the element a value has as XML.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at: holder, node: { xml: written }, name }) => {
      if (written?.name === undefined) return [];
      const at: Path = [...holder, "xml", "name"];
      const sentence = `As XML, ${name} is <${written.name}s> instead of <${written.name}>.`;
      return [{ at, sentence, edits: [{ at, set: `${written.name}s` }] }];
    }),
};

function enums({ document }: Subject): { at: Path; values: unknown[]; owner: string }[] {
  return schemaPlaces(document).flatMap(({ at, node, name: owner }) =>
    Array.isArray(node.enum) ? [{ at: [...at, "enum"] as Path, values: node.enum, owner }] : [],
  );
}

/** What becomes of enums and defaults. */
export const valueOperators: Operator[] = [
  remove,
  rename,
  add,
  drop,
  changed,
  forgotten,
  invented,
  xml,
];
