import type { Edit, Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { schemaPlaces } from "../places.ts";
import type { Subject } from "../subject.ts";

const bounds = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

interface Limit {
  at: Path;
  name: string;
  value: unknown;
  owner: string;
}

/** Every number that bounds a value, and every documented limit of a file. */
function limits({ document }: Subject): Limit[] {
  return schemaPlaces(document).flatMap(({ at, node, name: owner }) => [
    ...bounds.flatMap((name) =>
      node[name] === undefined
        ? []
        : [{ at: [...at, name] as Path, name, value: node[name], owner }],
    ),
    ...Object.entries(node["x-limits"] ?? {}).map(([name, value]) => ({
      at: [...at, "x-limits", name] as Path,
      name,
      value,
      owner,
    })),
  ]);
}

function stepOperator(name: string, does: string, by: number): Operator {
  return {
    name,
    does,
    find: (subject) =>
      limits(subject).flatMap(({ at, name: limit, value, owner }) => {
        if (typeof value !== "number" || value + by < 0) return [];
        const sentence = `${limit} of ${owner} is ${value + by} instead of ${value}.`;
        return [{ at, sentence, edits: [{ at, set: value + by }] }];
      }),
  };
}

/** A count stands in `x-limits` and in the schema: somebody may change both. */
const both: Operator = {
  name: "limit.change-both",
  does: "Changes a number of files in `x-limits` and in the schema.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node, name }) =>
      [["minFiles", "minItems"] as const, ["maxFiles", "maxItems"] as const].flatMap(
        ([limit, bound]) => {
          const value = node["x-limits"]?.[limit];
          if (value === undefined || node[bound] !== value) return [];
          const edits: Edit[] = [
            { at: [...at, "x-limits", limit], set: value + 1 },
            { at: [...at, bound], set: value + 1 },
          ];
          const sentence = `${limit} and ${bound} of ${name} are ${value + 1} instead of ${value}.`;
          return [{ at: [...at, "x-limits", limit] as Path, sentence, edits }];
        },
      ),
    ),
};

const remove: Operator = {
  name: "limit.remove",
  does: "Deletes a limit.",
  find: (subject) =>
    limits(subject).map(({ at, name, owner }) => ({
      at,
      sentence: `${owner} has no ${name}.`,
      edits: [{ at, remove: true }],
    })),
};

const noLimits: Operator = {
  name: "limit.remove-all",
  does: "Deletes all limits of a file.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node, name }) =>
      node["x-limits"] === undefined
        ? []
        : [
            {
              at: [...at, "x-limits"] as Path,
              sentence: `${name} has no limits.`,
              edits: [{ at: [...at, "x-limits"] as Path, remove: true as const }],
            },
          ],
    ),
};

const fewerTypes: Operator = {
  name: "limit.media-type.remove",
  does: "Takes one media type out of those a file may have.",
  find: (subject) =>
    mediaTypeLists(subject).flatMap(({ at, value, owner }) =>
      value.map((type, index) => ({
        at: [...at, index] as Path,
        detail: type,
        sentence: `${owner} may no longer be ${type}.`,
        edits: [{ at, set: value.toSpliced(index, 1) }],
      })),
    ),
};

const moreTypes: Operator = {
  name: "limit.media-type.add",
  does: "Lets a file be of one more media type.",
  find: (subject) =>
    mediaTypeLists(subject).flatMap(({ at, value, owner }) =>
      ["image/webp", "application/pdf"].map((type) => ({
        at,
        detail: type,
        sentence: `${owner} may be ${type} as well.`,
        edits: [{ at, set: [...value, type] }],
      })),
    ),
};

function mediaTypeLists(subject: Subject): { at: Path; value: string[]; owner: string }[] {
  return limits(subject).flatMap(({ at, value, owner }) =>
    Array.isArray(value) ? [{ at, value: value as string[], owner }] : [],
  );
}

/** What becomes of limits. */
export const limitOperators: Operator[] = [
  stepOperator("limit.raise", "Raises a limit by one.", 1),
  stepOperator("limit.lower", "Lowers a limit by one.", -1),
  both,
  remove,
  noLimits,
  fewerTypes,
  moreTypes,
];
