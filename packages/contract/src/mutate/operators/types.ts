import type { Schema } from "@image-apis/spec";
import type { Operator } from "../mutation.ts";
import { schemaPlaces, schemaReferences } from "../places.ts";
import type { Subject } from "../subject.ts";

type Values = Required<Pick<Schema, "type" | "format" | "pattern">>;

/**
 * Makes an operator that gives a keyword of a schema another value. `change` gets the value before
 * and returns the next one; `undefined` leaves the schema as it is.
 */
function valueOperator<Keyword extends keyof Values>(
  keyword: Keyword,
  name: string,
  does: string,
  change: (before: Values[Keyword]) => string | string[] | undefined,
): Operator {
  return {
    name,
    does,
    find: ({ document }) =>
      schemaPlaces(document).flatMap((place) => {
        const { [keyword]: before }: Partial<Values> = place.node;
        const next = before === undefined ? undefined : change(before);
        if (next === undefined) return [];
        const at = [...place.at, keyword] as const;
        const sentence = `The ${keyword} of ${place.name} is ${say(next)} instead of ${say(before)}.`;
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

const swap = valueOperator(
  "type",
  "type.swap",
  "Replaces a type by another one: a text by a number, a number or a flag by a text, a list by an object.",
  (type) =>
    [type]
      .flat()
      .map((it) => swaps[it] ?? it)
      .at(0),
);

const nullable = valueOperator(
  "type",
  "type.null",
  "Lets a value be null that may not be.",
  (type) => ([type].flat().includes("null") ? undefined : [type, "null"].flat()),
);

const narrow = valueOperator(
  "type",
  "type.narrow",
  "Takes null away from a value that may be.",
  (type) => (Array.isArray(type) ? type.find((it) => it !== "null") : undefined),
);

const number = valueOperator(
  "type",
  "type.number",
  "Lets a whole number have a fraction.",
  (type) => ([type].flat().includes("integer") ? "number" : undefined),
);

const remove: Operator = {
  name: "type.remove",
  does: "Deletes the type of a schema.",
  find: keywordRemoved("type"),
};

const format = valueOperator(
  "format",
  "format.change",
  "Replaces a format by a related one, int32 by int64 for example.",
  (before) => formats[before],
);

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

const pattern = valueOperator(
  "pattern",
  "pattern.widen",
  "Takes the start of a pattern away, so that it allows more.",
  (before) => before.replace(/^\^(\\d\{\d\}-|\[0-9\]|s3:)?/, ""),
);

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
