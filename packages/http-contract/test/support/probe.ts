import type { OpenApiDocument } from "@image-apis/spec";

/** Limits that a small test reaches. */
export const limits = { minBytes: 10, maxBytes: 1000, minFiles: 1, maxFiles: 2 };

const responses = {
  "200": {
    description: "stored",
    content: {
      "application/json": { schema: { type: "object" }, examples: { "200-stored": { value: {} } } },
    },
  },
  "400": {
    description: "refused",
    content: {
      "application/json": {
        schema: { type: "object" },
        examples: Object.fromEntries(
          [
            "invalid-id",
            "image-too-small",
            "image-too-large",
            "too-many-images",
            "no-image",
            "missing-image",
          ].map((when) => [`400-${when}`, { "x-when": when, value: { error: when } }]),
        ),
      },
    },
  },
};

const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer", format: "int64", minimum: 1 },
};

const file = { type: "string", format: "binary" };

/** A document of three uploads: a form, a raw file, and JSON. */
export function probeDocument(its: object = limits): OpenApiDocument {
  return {
    openapi: "3.1.1",
    info: { title: "Probe", version: "1" },
    servers: [{ url: "http://probe.example" }],
    tags: [],
    security: [{ basic: [] }],
    components: { securitySchemes: { basic: { type: "http", scheme: "basic" } } },
    paths: {
      "/forms/{id}": {
        post: {
          operationId: "addForm",
          parameters: [id],
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { file: { type: "array", items: file, "x-limits": its } },
                },
              },
            },
          },
          responses,
        },
      },
      "/files/{id}": {
        put: {
          operationId: "putFile",
          parameters: [id],
          requestBody: {
            required: true,
            content: { "image/*": { schema: { ...file, "x-limits": its } } },
          },
          responses,
        },
      },
      "/texts/{id}": {
        post: {
          operationId: "addText",
          parameters: [id],
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["text"],
                  properties: { text: { type: "string" } },
                },
              },
            },
          },
          responses,
        },
      },
    },
    // A document of this size has no use for the rest of what the loader promises.
  } as unknown as OpenApiDocument;
}
