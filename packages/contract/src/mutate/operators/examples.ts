import type { Json } from "@image-apis/spec";
import type { Edit, Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { examplePlaces } from "../places.ts";
import type { Subject } from "../subject.ts";

const value: Operator = {
  name: "example.value",
  does: "Changes one value of an example, within its type.",
  find: ({ document }) =>
    examplePlaces(document).flatMap(({ at, node, key }) =>
      leaves([...at, "value"], node.value).map(({ at: leaf, value: before }) => {
        const next = other(before);
        const sentence = `The example ${key} says ${say(next)} instead of ${say(before)}.`;
        return { at: leaf, sentence, edits: [{ at: leaf, set: next }] };
      }),
    ),
};

const type: Operator = {
  name: "example.type",
  does: "Gives one value of an example another type: a number for its digits, a text for a number or a flag.",
  find: ({ document }) =>
    examplePlaces(document).flatMap(({ at, node, key }) =>
      leaves([...at, "value"], node.value).flatMap(({ at: leaf, value: before }) => {
        if (before === null) return [];
        const next = typeof before === "string" ? 7 : String(before);
        const sentence = `The example ${key} says ${say(next)} instead of ${say(before)}.`;
        return [{ at: leaf, sentence, edits: [{ at: leaf, set: next }] }];
      }),
    ),
};

const property: Operator = {
  name: "example.property",
  does: "Takes a property out of an example.",
  find: ({ document }) =>
    examplePlaces(document).flatMap(({ at, node, key }) =>
      members([...at, "value"], node.value).map((place) => ({
        at: place,
        sentence: `The example ${key} has no ${place.at(-1)}.`,
        edits: [{ at: place, remove: true }],
      })),
    ),
};

const remove: Operator = {
  name: "example.remove",
  does: "Deletes an example.",
  find: ({ document }) =>
    examplePlaces(document).map(({ at, key }) => ({
      at,
      sentence: `There is no example ${key}.`,
      edits: [{ at, remove: true }],
    })),
};

const rename: Operator = {
  name: "example.rename",
  does: "Gives an example another key.",
  find: ({ document }) =>
    examplePlaces(document).map(({ at, key }) => ({
      at,
      sentence: `The example ${key} is called ${key}-2.`,
      edits: [{ at, rename: `${key}-2` }],
    })),
};

const code: Operator = {
  name: "code.change",
  does: "Changes an error code, in the example's body as well.",
  find: ({ document }) =>
    examplePlaces(document).flatMap(({ at: holder, node, key }) => {
      const before = node["x-error-code"];
      if (before === undefined) return [];
      const at: Path = [...holder, "x-error-code"];
      const inBody: Edit[] = leaves([...holder, "value"], node.value)
        .filter((leaf) => leaf.value === before)
        .map((leaf) => ({ at: leaf.at, set: before + 1 }));
      const sentence = (where: string) => `The code of ${key} is ${before + 1}${where}.`;
      return [
        { at, sentence: sentence(""), edits: [{ at, set: before + 1 }] },
        {
          at,
          detail: "and its body",
          sentence: sentence(", and its body says so"),
          edits: [{ at, set: before + 1 }, ...inBody],
        },
      ];
    }),
};

const noCode: Operator = {
  name: "code.remove",
  does: "Deletes an error code.",
  find: (subject) => keyRemoved(subject, "x-error-code"),
};

const when: Operator = {
  name: "when.change",
  does: "Names another condition in `x-when`, one that another example has.",
  find: ({ document }) => {
    const examples = examplePlaces(document);
    const known = [...new Set(examples.flatMap(({ node }) => [node["x-when"] ?? []].flat()))];
    return examples.flatMap(({ at: holder, node, key }) => {
      const names = [node["x-when"] ?? []].flat();
      return names.map((name, index) => {
        const next = known[(known.indexOf(name) + 1) % known.length] ?? name;
        const at: Path = [...holder, "x-when"];
        const sentence = `${key} is answered when ${next} instead of ${name}.`;
        return { at, detail: name, sentence, edits: [{ at, set: names.with(index, next) }] };
      });
    });
  },
};

const fewer: Operator = {
  name: "when.remove",
  does: "Takes a condition out of `x-when`, with the last one the whole of it.",
  find: ({ document }) =>
    examplePlaces(document).flatMap(({ at: holder, node, key }) => {
      const names = [node["x-when"] ?? []].flat();
      const at: Path = [...holder, "x-when"];
      return names.map((name, index) => ({
        at,
        detail: name,
        sentence: `${key} is not answered when ${name}.`,
        edits: [
          names.length === 1
            ? { at, remove: true as const }
            : { at, set: names.toSpliced(index, 1) },
        ],
      }));
    }),
};

function keyRemoved({ document }: Subject, name: "x-error-code") {
  return examplePlaces(document).flatMap(({ at: holder, node, key }) => {
    if (node[name] === undefined) return [];
    const at: Path = [...holder, name];
    const sentence = `The example ${key} has no ${name}.`;
    return [{ at, sentence, edits: [{ at, remove: true as const }] }];
  });
}

type Leaf = string | number | boolean | null;

/** The values of an example that hold no others. */
function leaves(at: Path, held: Json): { at: Path; value: Leaf }[] {
  if (held === null || typeof held !== "object") return [{ at, value: held }];
  return Object.entries(held).flatMap(([key, inner]) => leaves([...at, key], inner));
}

/** The ways to every property of an example. */
function members(at: Path, held: Json): Path[] {
  if (held === null || typeof held !== "object") return [];
  return Object.entries(held).flatMap(([key, inner]): Path[] => [
    ...(Array.isArray(held) ? [] : [[...at, key] as Path]),
    ...members([...at, key], inner),
  ]);
}

function other(before: Leaf): Leaf {
  if (typeof before === "number") return before + 1;
  if (typeof before === "boolean") return !before;
  return before === null ? false : `${before}0`;
}

function say(it: Leaf): string {
  return JSON.stringify(it);
}

/** What becomes of examples, error codes and conditions. */
export const exampleOperators: Operator[] = [
  value,
  type,
  property,
  remove,
  rename,
  code,
  noCode,
  when,
  fewer,
];
