import type { Example, OpenApiDocument, Reference, Schema } from "../document.ts";
import { isObject, toPointer } from "../json.ts";

/** What holds examples of a schema: a body, a parameter, a header. */
export interface ExampleHolder {
  pointer: string;
  holder: { schema?: Schema | Reference; examples: Record<string, Example> };
}

/** Everything in a document that holds examples, where it is written. */
export function examples(document: OpenApiDocument): ExampleHolder[] {
  const found: ExampleHolder[] = [];
  const walk = (tokens: string[], node: unknown): void => {
    if (!isObject(node)) return;
    if (isObject(node.examples)) {
      // The cast: by OpenAPI, what has `examples` outside a schema has a schema beside them.
      found.push({
        pointer: toPointer(tokens),
        holder: node as unknown as ExampleHolder["holder"],
      });
      return;
    }
    for (const [key, inner] of Object.entries(node)) walk([...tokens, key], inner);
  };
  const { parameters, headers, responses } = document.components;
  for (const [kind, held] of Object.entries({ parameters, headers, responses })) {
    walk(["components", kind], held);
  }
  walk(["paths"], document.paths);
  return found;
}
