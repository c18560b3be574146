import { type OpenApiDocument, operations } from "@image-apis/spec";

/** A JSON answer that has a schema. */
export interface ResponseSchema {
  operationId: string;
  status: number;
  /** The reference to its schema, `#/components/schemas/…`. */
  reference: string;
}

/** The schema of every documented JSON answer. */
export function responseSchemas(document: OpenApiDocument): ResponseSchema[] {
  return operations(document).flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) => {
      const media = content["application/json"];
      if (media === undefined) return [];
      const reference = media.schema?.$ref;
      if (typeof reference !== "string") {
        throw new Error(`${operationId} ${status}: the schema of a JSON body is a component.`);
      }
      return [{ operationId, status: Number(status), reference }];
    }),
  );
}
