import type { SecurityRequirement } from "@image-apis/spec";
import type { Edit, Path } from "../edit.ts";
import type { Change, Operator } from "../mutation.ts";
import { entriesAt, operationPlaces, type Place } from "../places.ts";
import type { Subject } from "../subject.ts";

const fewer: Operator = {
  name: "security.remove",
  does: "Takes away one way to sign in.",
  find: (subject) =>
    requirements(subject).flatMap(({ at, node, name }) =>
      node.map((alternative, index) =>
        replaced(at, name, node.toSpliced(index, 1), `without ${together(alternative)}`),
      ),
    ),
};

const open: Operator = {
  name: "security.open",
  does: "Lets everybody in: without credentials as well, or without any at all.",
  find: (subject) =>
    requirements(subject).flatMap(({ at, node, name }) => [
      ...(node.length > 0 ? [replaced(at, name, [], "for everybody")] : []),
      replaced(at, name, [...node, {}], "for strangers as well"),
    ]),
};

const more: Operator = {
  name: "security.add",
  does: "Adds a way to sign in that the operation does not have: one scheme alone.",
  find: (subject) => {
    const schemes = Object.keys(subject.document.components.securitySchemes ?? {});
    return requirements(subject).flatMap(({ at, node, name }) =>
      schemes
        .filter((scheme) => !node.some((it) => together(it) === scheme))
        .map((scheme) => replaced(at, name, [...node, { [scheme]: [] }], `with ${scheme} alone`)),
    );
  },
};

const apart: Operator = {
  name: "security.split",
  does: "Takes one of two schemes that belong together away.",
  find: (subject) =>
    requirements(subject).flatMap(({ at, node, name }) =>
      node.flatMap((alternative, index) => {
        const [first, ...others] = Object.keys(alternative);
        if (first === undefined || others.length === 0) return [];
        const rest = Object.fromEntries(others.map((scheme) => [scheme, []]));
        return [replaced(at, name, node.with(index, rest), `without ${first} at ${index}`)];
      }),
    ),
};

const reorder: Operator = {
  name: "security.reorder",
  does: "Names the ways to sign in in another order.",
  find: (subject) =>
    requirements(subject)
      .filter(({ node }) => node.length > 1)
      .map(({ at, node, name }) => replaced(at, name, node.toReversed(), "in another order")),
};

const scheme: Operator = {
  name: "scheme.change",
  does: "Changes how credentials travel: the name of their header, their scheme, their place.",
  find: ({ document }) =>
    entriesAt(
      ["document", "components", "securitySchemes"],
      document.components.securitySchemes,
    ).flatMap(([name, { at, node }]) => {
      const changes: [string, unknown][] =
        node.type === "apiKey"
          ? [
              ["name", `${node.name}-2`],
              ["in", "query"],
            ]
          : [["scheme", node.scheme === "basic" ? "bearer" : "basic"]];
      return changes.map(([key, value]) => ({
        at: [...at, key] as Path,
        sentence: `${key} of the security scheme ${name} is ${value}.`,
        edits: [{ at: [...at, key] as Path, set: value }],
      }));
    }),
};

const rename: Operator = {
  name: "scheme.rename",
  does: "Renames a security scheme where it is declared.",
  find: ({ document }) =>
    entriesAt(
      ["document", "components", "securitySchemes"],
      document.components.securitySchemes,
    ).map(([name, { at }]) => ({
      at,
      sentence: `The security scheme ${name} is called ${name}2.`,
      edits: [{ at, rename: `${name}2` }],
    })),
};

/** What the operations require. The document's own list is read by nobody: each operation has one. */
function requirements({ document }: Subject): (Place<SecurityRequirement[]> & { name: string })[] {
  return operationPlaces(document).flatMap(({ at, node: { operationId, security } }) =>
    security === undefined
      ? []
      : [{ at: [...at, "security"] as Path, node: security, name: operationId }],
  );
}

function replaced(
  at: Path,
  operation: string,
  next: SecurityRequirement[],
  detail: string,
): Change {
  const edits: Edit[] = [{ at, set: next }];
  return { at, detail, sentence: `${operation} is called ${detail}.`, edits };
}

function together(alternative: SecurityRequirement): string {
  return Object.keys(alternative).join(" with ") || "no credentials";
}

/** What becomes of credentials. */
export const securityOperators: Operator[] = [fewer, open, more, apart, reorder, scheme, rename];
