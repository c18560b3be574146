import type { OpenApiDocument, Schema } from "../document.ts";
import { isObject, toPointer, valueAt } from "../json.ts";
import type { EvidenceProblem } from "./check.ts";
import type { Evidence } from "./model.ts";
import { shownValues } from "./shown.ts";

/**
 * Holds what a document says is always there, or may be null, against its own examples: a property that all of them
 * hold is required, unless a statement of the kind `optional` says why not; a value that may be null is null in one.
 */
export function unshownNeeds(document: OpenApiDocument, evidence: Evidence): EvidenceProblem[] {
  const optional = new Set(
    evidence.provenance.statements.flatMap(({ kind, at }) => (kind === "optional" ? at : [])),
  );
  const shown = shownValues(document);
  const problems = [...optional]
    .filter((pointer) => isRequired(document, pointer))
    .map((pointer) => ({ pointer, message: "is called optional, but the document requires it." }));
  for (const [name, header] of Object.entries(document.components.headers ?? {})) {
    const pointer = `/components/headers/${name}`;
    if (header.required === true || optional.has(pointer)) continue;
    problems.push({ pointer, message: "is not required: say why not (kind: optional)." });
  }
  for (const [pointer, schema] of schemas(document)) {
    const values = shown.get(pointer) ?? [];
    if ([schema.type].flat().includes("null") && !values.includes(null)) {
      problems.push({ pointer, message: "may be null, but no example is." });
    }
    const objects = values.filter(isObject);
    for (const name of Object.keys(schema.properties ?? {})) {
      const property = pointer + toPointer(["properties", name]);
      if (schema.required?.includes(name) || optional.has(property)) continue;
      if (objects.length === 0 || objects.some((value) => !(name in value))) continue;
      const message = `is in every example, but not in \`required\`. Add it, or say why not (kind: optional).`;
      problems.push({ pointer: property, message });
    }
  }
  return problems;
}

/** Of a property: whether its object requires it; of a parameter or a header: whether it says so itself. */
function isRequired(document: OpenApiDocument, pointer: string): boolean {
  const [, holder, name] = /^(.*)\/properties\/([^/]+)$/.exec(pointer) ?? [];
  const { required } = (valueAt(document, holder ?? pointer) ?? {}) as { required?: unknown };
  return Array.isArray(required) ? required.includes(name) : required === true;
}

/** Every schema that is written out below a component, with its pointer. */
function schemas(document: OpenApiDocument): [string, Schema][] {
  const found: [string, Schema][] = [];
  const walk = (pointer: string, node: unknown): void => {
    if (!isObject(node) || "$ref" in node) return;
    // The cast: this is called for schemas only.
    const schema = node as Schema;
    found.push([pointer, schema]);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      walk(pointer + toPointer(["properties", name]), property);
    }
    if (schema.items !== undefined) walk(`${pointer}/items`, schema.items);
  };
  const { schemas: named = {}, parameters = {}, headers = {} } = document.components;
  for (const [name, schema] of Object.entries(named)) walk(`/components/schemas/${name}`, schema);
  for (const [kind, held] of Object.entries({ parameters, headers })) {
    for (const [name, { schema }] of Object.entries(held)) {
      walk(`/components/${kind}/${name}/schema`, schema);
    }
  }
  return found;
}
