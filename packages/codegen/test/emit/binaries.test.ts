import type { MediaType, OpenApiDocument, Schema } from "@image-apis/spec";
import { expect, test } from "vitest";
import { wireTypes } from "../../src/emit/types/wire-types.ts";

interface Bodies {
  sent?: Record<string, MediaType>;
  answered?: Record<string, MediaType>;
  schemas?: Record<string, Schema>;
}

/** The types of a document with one operation, without comments and line breaks. */
async function typesOf({ sent, answered, schemas }: Bodies): Promise<string> {
  const document: OpenApiDocument = {
    openapi: "3.1.1",
    info: { title: "Binaries", version: "1.0.0" },
    servers: [],
    tags: [],
    paths: {
      "/files": {
        put: {
          operationId: "saveFile",
          summary: "Save a file",
          description: "Saves a file.",
          tags: [],
          ...(sent && { requestBody: { content: sent } }),
          responses: {
            200: { description: "Saved.", ...(answered && { content: answered }) },
          },
        },
      },
    },
    components: { schemas: schemas ?? {} },
  };
  const text = await wireTypes(document);
  return text.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ");
}

test.each<[spelling: string, media: MediaType]>([
  ["format: binary", { schema: { type: "string", format: "binary" } }],
  ["contentMediaType", { schema: { type: "string", contentMediaType: "image/png" } }],
  ["contentMediaType without a type", { schema: { contentMediaType: "image/png" } }],
  ["an empty schema", { schema: {} }],
  ["no schema", {}],
  ["a bare string", { schema: { type: "string" } }],
])("an image spelled as %s is Uploadable when sent and a Blob when received", async (_, media) => {
  expect(await typesOf({ sent: { "image/png": media } })).toContain('"image/png": Uploadable;');
  expect(await typesOf({ answered: { "image/png": media } })).toContain('"image/png": Blob;');
});

test.each<[spelling: string, schema: Schema]>([
  ["format: binary", { type: "string", format: "binary" }],
  ["contentMediaType", { type: "string", contentMediaType: "application/octet-stream" }],
  ["contentMediaType without a type", { contentMediaType: "image/png" }],
  ["an empty schema", {}],
])("a part of a form spelled as %s is Uploadable, repeated or not", async (_, schema) => {
  const form = (file: Schema): Bodies => ({
    sent: { "multipart/form-data": { schema: { type: "object", properties: { file } } } },
  });
  expect(await typesOf(form(schema))).toContain("file?: Uploadable;");
  expect(await typesOf(form({ type: "array", items: schema }))).toContain("file?: Uploadable[];");
});

test("null stays beside a file, and text stays text", async () => {
  const properties = {
    thumbnail: { type: ["string", "null"], format: "binary" },
    encoded: { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
    page: { type: "string", contentMediaType: "text/html" },
    note: {},
  };
  const types = await typesOf({
    answered: { "application/json": { schema: { type: "object", properties } } },
  });
  expect(types).toContain("thumbnail?: Blob | null;");
  expect(types).toContain("encoded?: string;");
  expect(types).toContain("page?: string;");
  expect(types).toContain("note?: unknown;");
});

test("a component used both ways is Uploadable in the request and a Blob in the answer", async () => {
  const reference = { $ref: "#/components/schemas/Image" };
  const types = await typesOf({
    sent: { "image/png": { schema: reference } },
    answered: { "image/png": { schema: reference } },
    schemas: { Image: { type: "string", format: "binary" } },
  });
  expect(types).toContain('requestBody?: { content: { "image/png": Uploadable; }; };');
  expect(types).toContain('content: { "image/png": Blob; }; };');
  expect(types).toContain("schemas: { Image: Blob; };");
});

test("a component that is only sent is Uploadable, and a form of them is written out where it is used", async () => {
  const types = await typesOf({
    sent: { "multipart/form-data": { schema: { $ref: "#/components/schemas/Form" } } },
    schemas: {
      Form: {
        type: "object",
        required: ["file"],
        properties: { file: { type: "array", items: { $ref: "#/components/schemas/Image" } } },
      },
      Image: { type: "string", format: "binary" },
    },
  });
  expect(types).toContain("schemas: { Form: { file: Uploadable[]; }; Image: Uploadable; };");
  expect(types).toContain('"multipart/form-data": { file: Uploadable[]; };');
});

test("a property with a default stays optional, in a component too", async () => {
  const schema = { type: "object", properties: { kind: { type: "string", default: "a" } } };
  const reference = { $ref: "#/components/schemas/Filter" };
  const types = await typesOf({
    sent: { "application/json": { schema: reference } },
    schemas: { Filter: schema },
  });
  expect(types).toContain("Filter: { kind?: string; };");
});

test("a schema that contains itself is no endless loop", async () => {
  const types = await typesOf({
    answered: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } },
    schemas: {
      Tree: {
        type: "object",
        properties: {
          image: { type: "string", format: "binary" },
          children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
        },
      },
    },
  });
  expect(types).toContain('Tree: { image?: Blob; children?: components["schemas"]["Tree"][]; };');
});
