import type { Change, Operator } from "../mutation.ts";
import { entriesAt, operationPlaces, schemaPlaces } from "../places.ts";
import type { Subject } from "../subject.ts";

const drop: Operator = {
  name: "required.drop",
  does: "Takes one name out of a `required` list.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node: { required = [] }, name }) =>
      required.map((property, index) => ({
        at: [...at, "required", index],
        detail: property,
        sentence: `${name} no longer requires "${property}".`,
        edits: [{ at: [...at, "required", index], remove: true }],
      })),
    ),
};

const add: Operator = {
  name: "required.add",
  does: "Puts an optional property into `required`.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node: { properties, required = [] }, name }) =>
      Object.keys(properties ?? {})
        .filter((property) => !required.includes(property))
        .map((property) => ({
          at: [...at, "required"],
          detail: property,
          sentence: `${name} requires "${property}", which is optional.`,
          edits: [{ at: [...at, "required"], set: [...required, property] }],
        })),
    ),
};

const reorder: Operator = {
  name: "required.reorder",
  does: "Turns the order of a `required` list round.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node: { required = [] }, name }) =>
      required.length < 2
        ? []
        : [
            {
              at: [...at, "required"],
              sentence: `${name} names its required properties in another order.`,
              edits: [{ at: [...at, "required"], set: required.toReversed() }],
            },
          ],
    ),
};

const list: Operator = {
  name: "required.remove",
  does: "Deletes a whole `required` list.",
  find: ({ document }) =>
    schemaPlaces(document).flatMap(({ at, node: { required }, name }) =>
      required === undefined
        ? []
        : [
            {
              at: [...at, "required"],
              sentence: `${name} does not say what it requires.`,
              edits: [{ at: [...at, "required"], remove: true }],
            },
          ],
    ),
};

const flag: Operator = {
  name: "required.flip",
  does: "Makes a required parameter, header or body optional, and an optional one required.",
  find: (subject) =>
    flagged(subject).map(({ at, required, name }) => ({
      at,
      sentence: `${name} becomes ${required ? "optional" : "required"}.`,
      edits: [{ at, set: !required }],
    })),
};

function flagged({ document }: Subject): { at: Change["at"]; required: boolean; name: string }[] {
  const { parameters, headers } = document.components;
  return [
    ...entriesAt(["document", "components", "parameters"], parameters).map(([, { at, node }]) => ({
      at,
      node,
      name: `The parameter ${node.name}`,
    })),
    ...entriesAt(["document", "components", "headers"], headers).map(([name, { at, node }]) => ({
      at,
      node,
      name: `The header ${name}`,
    })),
    ...operationPlaces(document).flatMap(({ at, node: { operationId, requestBody: node } }) =>
      node === undefined
        ? []
        : [
            {
              at: [...at, "requestBody"] as Change["at"],
              node,
              name: `The body of ${operationId}`,
            },
          ],
    ),
  ].map(({ at, node: { required = false }, name }) => ({
    at: [...at, "required"],
    required,
    name,
  }));
}

/** What becomes of `required`. */
export const requiredOperators: Operator[] = [drop, add, reorder, list, flag];
