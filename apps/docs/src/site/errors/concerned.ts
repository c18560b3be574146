import { resolve, type Schema } from "@image-apis/spec";
import { isBinary } from "../parts/schema-words.ts";
import type { DocumentedError } from "./documented-errors.ts";

/** What of a request an error is about. */
export interface Concerned {
  operationId: string;
  /** Where it is on the operation's page. */
  anchor: string;
  /** The name of the part or parameter; nothing for a body that is the file itself. */
  name: string | undefined;
}

/** The parts of forms, bodies and parameters that the conditions of an error are about, by operation. */
export function concerned({ api, conditions, occurrences }: DocumentedError): Concerned[] {
  const kinds = new Set(conditions.map(({ kind }) => kind));
  return occurrences.flatMap(({ operation }) => {
    const { operationId, requestBody, parameters } = operation;
    const found: Concerned[] = [];
    for (const media of kinds.has("body") ? Object.values(requestBody?.content ?? {}) : []) {
      const schema = media.schema && resolve<Schema>(api.document, media.schema);
      if (schema === undefined) continue;
      if (isBinary(schema)) found.push({ operationId, anchor: "request-body", name: undefined });
      for (const [name, node] of Object.entries(schema.properties ?? {})) {
        const part = resolve<Schema>(api.document, node);
        const item = part.items ? resolve<Schema>(api.document, part.items) : part;
        if (isBinary(item)) found.push({ operationId, anchor: "request-body", name });
      }
    }
    for (const { name, required } of kinds.has("parameter") ? parameters : [])
      if (required) found.push({ operationId, anchor: `parameter-${name}`, name });
    return [...new Map(found.map((it) => [`${it.anchor} ${it.name}`, it])).values()];
  });
}
