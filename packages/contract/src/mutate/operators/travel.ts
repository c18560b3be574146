import type { Parameter } from "@image-apis/spec";
import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { entriesAt, mediaPlaces, type Place } from "../places.ts";
import type { Subject } from "../subject.ts";

const explode: Operator = {
  name: "explode.flip",
  does: "Sends a list the other way: repeated instead of joined, or joined instead of repeated.",
  find: ({ document }) =>
    holders(document).flatMap(({ at: holder, node, name }) => {
      const at: Path = [...holder, "explode"];
      const next = !(node.explode ?? true);
      const sentence = `explode of ${name} is ${next}.`;
      return [{ at, sentence, edits: [{ at, set: next }] }];
    }),
};

const style: Operator = {
  name: "style.change",
  does: "Replaces `form` by `spaceDelimited`, or gives a list that style.",
  find: ({ document }) =>
    holders(document).map(({ at: holder, name }) => {
      const at: Path = [...holder, "style"];
      const sentence = `style of ${name} is spaceDelimited.`;
      return { at, sentence, edits: [{ at, set: "spaceDelimited" }] };
    }),
};

const place: Operator = {
  name: "parameter.move",
  does: "Sends a parameter in another place: a query value as a header, everything else in the query.",
  find: ({ document }) =>
    entriesAt(["document", "components", "parameters"], document.components.parameters).map(
      ([, { at, node }]) => {
        const next = node.in === "query" ? "header" : "query";
        return {
          at: [...at, "in"],
          sentence: `The parameter ${node.name} travels in the ${next}.`,
          edits: [{ at: [...at, "in"], set: next }],
        };
      },
    ),
};

const encoding: Operator = {
  name: "encoding.remove",
  does: "Deletes how a part of a form is encoded.",
  find: ({ document }) =>
    mediaPlaces(document).flatMap(({ at: holder, node }) =>
      entriesAt([...holder, "encoding"], node.encoding).map(([part, { at }]) => ({
        at,
        sentence: `Nothing says how the part ${part} is encoded.`,
        edits: [{ at, remove: true as const }],
      })),
    ),
};

const partMediaType: Operator = {
  name: "encoding.media-type",
  does: "Calls a part of a form bytes of no known kind.",
  find: ({ document }) =>
    mediaPlaces(document).flatMap(({ at: holder, node }) =>
      entriesAt([...holder, "encoding"], node.encoding).map(([part, { at: place }]) => {
        const at: Path = [...place, "contentType"];
        const next = "application/octet-stream";
        return { at, sentence: `The part ${part} is ${next}.`, edits: [{ at, set: next }] };
      }),
    ),
};

type Travelling = Place<{ explode?: boolean; style?: string }> & { name: string };

/** What may be a list on its way: query parameters with more than one value, and parts of forms. */
function holders(document: Subject["document"]): Travelling[] {
  const { parameters } = document.components;
  const lists = entriesAt(["document", "components", "parameters"], parameters)
    .filter(([, { node }]) => isList(node))
    .map(([, { at, node }]) => ({ at, node, name: node.name }));
  const parts = mediaPlaces(document).flatMap(({ at, node }) =>
    entriesAt([...at, "encoding"], node.encoding).map(([part, it]) => ({
      ...it,
      name: `the part ${part}`,
    })),
  );
  return [...lists, ...parts];
}

function isList({ schema }: Parameter): boolean {
  return "type" in schema && schema.type === "array";
}

/** What becomes of how values travel. */
export const travelOperators: Operator[] = [explode, style, place, encoding, partMediaType];
