import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { type SchemaAuthor, schemaValidator } from "./ajv.ts";

/** A rule of a schema that a value breaks. */
export interface SchemaFault {
  /** Where in the value, as a JSON pointer; `""` for the value itself. */
  pointer: string;
  keyword: string;
  /** What the keyword asks for, as Ajv has it: `{ type: "string" }`. */
  params: Readonly<Record<string, unknown>>;
  /** A half sentence: `must be string`. */
  message: string;
  /** What stands at the pointer. */
  value: unknown;
}

/** Holds values against schemas of one document. */
export interface DocumentSchemas {
  /** @throws Error for a schema that is not one. */
  faults(schema: Schema | Reference, value: unknown): SchemaFault[];
}

/**
 * Prepares the schemas of a document as they stand there.
 *
 * @param author Where it is `own`, every component is looked at, whoever refers to it.
 * @throws Error for a component that is not a schema, where the document is our own.
 */
export function declaredSchemas(
  document: OpenApiDocument,
  author: SchemaAuthor,
  allErrors = true,
): DocumentSchemas {
  // Few values are held against a schema; making it faster for them takes longer than that.
  const ajv = schemaValidator(author, { allErrors, verbose: true, code: { optimize: false } });
  const components = document.components.schemas ?? {};
  ajv.addSchema({ $id: root, $defs: rerouted(components) });
  if (author === "own") for (const name of Object.keys(components)) ajv.getSchema(addressOf(name));
  const compiled = new WeakMap<object, ValidateFunction>();
  return {
    faults(schema, value) {
      const validate = compiled.get(schema) ?? ajv.compile(rerouted(schema));
      compiled.set(schema, validate);
      return validate(value) ? [] : (validate.errors ?? []).map(fault);
    },
  };
}

/** The name under which a validator knows the components. */
const root = "document:/";

function addressOf(name: string): string {
  return `${root}#/$defs/${encodeURIComponent(name)}`;
}

/** A copy in which references lead to where a validator has the components. */
function rerouted<Node>(node: Node): Node {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(rerouted) as Node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === "$ref" && typeof value === "string"
      ? value.replace(/^#\/components\/schemas\//, `${root}#/$defs/`)
      : rerouted(value),
  ]);
  // The cast: a copy with the same keys.
  return Object.fromEntries(entries) as Node;
}

function fault({ instancePath, keyword, params, message, data }: ErrorObject): SchemaFault {
  return {
    pointer: instancePath,
    keyword,
    params,
    message: message ?? "is not valid",
    value: data,
  };
}
