import type { Schema } from "@image-apis/spec";
import type { Operator } from "../mutation.ts";
import { schemaPlaces, schemaReferences } from "../places.ts";
import type { Subject } from "../subject.ts";

/** Makes an operator that gives the `type` of a schema another value; `undefined` leaves it. */
function typeOperator(
  name: string,
  does: string,
  change: (type: string[]) => string | string[] | undefined,
): Operator {
  return {
    name,
    does,
    find: ({ document }) =>
      schemaPlaces(document).flatMap((place) => {
        const { type } = place.node;
        const next = type === undefined ? undefined : change([type].flat());
        if (next === undefined) return [];
        const at = [...place.at, "type"] as const;
        const sentence = `The type of ${place.name} is ${say(next)} instead of ${say(type)}.`;
        return [{ at, sentence, edits: [{ at, set: next }] }];
      }),
  };
}

const swaps: Record<string, string> = {
  string: "integer",
  integer: "string",
  number: "string",
  boolean: "string",
  array: "object",
  object: "array",
};

const swap = typeOperator(
  "type.swap",
  "Replaces a type by another one: a text by a number, a number or a flag by a text, a list by an object.",
  (types) => types.map((type) => swaps[type] ?? type).at(0),
);

const nullable = typeOperator("type.null", "Lets a value be null that may not be.", (types) =>
  types.includes("null") ? undefined : [...types, "null"],
);

const narrow = typeOperator("type.narrow", "Takes null away from a value that may be.", (types) =>
  types.length > 1 ? types.find((type) => type !== "null") : undefined,
);

const number = typeOperator("type.number", "Lets a whole number have a fraction.", (types) =>
  types.includes("integer") ? "number" : undefined,
);

const remove: Operator = {
  name: "type.remove",
  does: "Deletes the type of a schema.",
  find: keywordRemoved("type"),
};

const format: Operator = {
  name: "format.change",
  does: "Replaces a format by a related one, int32 by int64 for example.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap((place) => {
      const { format: before } = place.node;
      const next = before === undefined ? undefined : formats[before];
      if (next === undefined) return [];
      const at = [...place.at, "format"] as const;
      const sentence = `The format of ${place.name} is ${next} instead of ${before}.`;
      return [{ at, sentence, edits: [{ at, set: next }] }];
    }),
};

const formats: Record<string, string> = {
  int32: "int64",
  int64: "int32",
  uuid: "uri",
  "date-time": "date",
  binary: "byte",
};

const noFormat: Operator = {
  name: "format.remove",
  does: "Deletes the format of a schema.",
  find: keywordRemoved("format"),
};

const pattern: Operator = {
  name: "pattern.widen",
  does: "Takes the start of a pattern away, so that it allows more.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap((place) => {
      const { pattern: before } = place.node;
      if (typeof before !== "string") return [];
      const at = [...place.at, "pattern"] as const;
      const next = before.replace(/^\^(\\d\{\d\}-|\[0-9\]|s3:)?/, "");
      const sentence = `The pattern of ${place.name} is ${next} instead of ${before}.`;
      return [{ at, sentence, edits: [{ at, set: next }] }];
    }),
};

const noPattern: Operator = {
  name: "pattern.remove",
  does: "Deletes a pattern.",
  find: keywordRemoved("pattern"),
};

const open: Operator = {
  name: "object.close",
  does: "Closes an open object: it has no properties but the declared ones.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at: holder, node, name }) => {
      if (node.additionalProperties !== true) return [];
      const at = [...holder, "additionalProperties"] as const;
      return [{ at, sentence: `${name} is closed.`, edits: [{ at, set: false }] }];
    }),
};

const noItems: Operator = {
  name: "items.remove",
  does: "Deletes what a list says about its items.",
  find: keywordRemoved("items"),
};

const reference: Operator = {
  name: "type.refer",
  does: "Lets a reference name another schema of the document.",
  find: ({ document }) => {
    const names = Object.keys(document.components.schemas ?? {});
    return schemaReferences(document).flatMap(({ at: holder, node, name }) => {
      const before = node.$ref.split("/").at(-1) ?? "";
      const next = names[(names.indexOf(before) + 1) % names.length];
      if (next === undefined || next === before) return [];
      const at = [...holder, "$ref"] as const;
      const sentence = `${name} is described by ${next} instead of ${before}.`;
      return [{ at, sentence, edits: [{ at, set: `#/components/schemas/${next}` }] }];
    });
  },
};

function keywordRemoved(keyword: keyof Schema): Operator["find"] {
  return ({ document }: Subject) =>
    schemaPlaces(document).flatMap((place) => {
      if (place.node[keyword] === undefined) return [];
      const at = [...place.at, String(keyword)] as const;
      const sentence = `The schema of ${place.name} has no ${keyword}.`;
      return [{ at, sentence, edits: [{ at, remove: true as const }] }];
    });
}

function say(type: string | string[] | undefined): string {
  return [type ?? "none"].flat().join(" or ");
}

/** What becomes of types, formats and patterns. */
export const typeOperators: Operator[] = [
  swap,
  nullable,
  narrow,
  number,
  remove,
  reference,
  format,
  noFormat,
  pattern,
  noPattern,
  open,
  noItems,
];
