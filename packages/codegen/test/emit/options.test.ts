import { expect, test } from "vitest";
import { operationsFile } from "../../src/emit/client/operations.ts";
import { optionsFile } from "../../src/emit/client/options.ts";
import { modelOf } from "../small-api.ts";

/** The code of an API with one operation, without comments and line breaks. */
function codeOf(operation: string, overlay?: string) {
  const api = modelOf(
    `paths: { /pictures: { post: { operationId: addPicture, tags: [], ${operation.includes("responses:") ? "" : "responses: { '204': { description: '' } },"} ${operation} } } }
components: { parameters: { Kind: { name: kind, in: query, schema: { type: string, enum: [a, b] } } } }`,
    overlay,
  );
  const plain = (text: string) => text.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ");
  return { options: plain(optionsFile(api)), methods: plain(operationsFile(api)), api };
}

test("values have the types of the wire, an int64 may be a bigint, lists are readonly", () => {
  const { options } = codeOf(
    `parameters: [{ name: id, in: query, required: true, schema: { type: integer, format: int64 } }, { $ref: '#/components/parameters/Kind' }, { name: tags, in: query, schema: { type: array, items: { type: string } } }]`,
  );
  expect(options).toContain(
    'interface AddPictureOptions extends CallOptions { id: number | bigint; kind?: Parameters["Kind"] | undefined; tags?: readonly string[] | undefined; }',
  );
});

test("a form has its files and its texts, and reports progress", () => {
  const { options } = codeOf(
    "requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [front], properties: { front: { type: string, format: binary }, more: { type: array, items: { type: string, format: binary } }, title: { type: string } } } } } }",
  );
  expect(options).toContain(
    "extends UploadOptions { title?: string | undefined; front: Uploadable; more?: UploadableList | undefined; }",
  );
});

test("a JSON body of another kind is one option, with the type of the wire", () => {
  const { options } = codeOf(
    "requestBody: { required: true, content: { application/json: { schema: { oneOf: [{ type: string }, { type: object }] } } } }",
  );
  expect(options).toContain(
    'body: NonNullable<operations["addPicture"]["requestBody"]>["content"]["application/json"];',
  );
});

test("several media types are options of their own", () => {
  const { options } = codeOf("requestBody: { content: { image/png: {}, image/*: {} } }");
  expect(options).toMatch(/mediaType\?: "image\/png" \| `image\/\$\{string\}` \| undefined;/);
});

test("grouped options have an interface, and an operation with some of them has those", () => {
  const { options } = codeOf(
    "parameters: [{ $ref: '#/components/parameters/Kind' }]",
    "[{ target: $.components.parameters.Kind, update: { x-ms-parameter-grouping: { name: filter } } }]",
  );
  expect(options).toContain('interface Filter { kind?: Parameters["Kind"] | undefined; }');
  expect(options).toContain("{ filter?: Filter | undefined; }");
});

test("a method without required options may be called without any", () => {
  const { methods } = codeOf("summary: ''");
  expect(methods).toContain('addPicture(options?: AddPictureOptions): Call<"addPicture", void>;');
});

test.each([
  [
    "'200': { description: '', content: { application/json: { schema: { type: array } } } }",
    'operations["addPicture"]["responses"][200]["content"]["application/json"]',
  ],
  [
    "2XX: { description: '', content: { application/json: { schema: { type: object } } } }",
    'operations["addPicture"]["responses"]["2XX"]["content"]["application/json"]',
  ],
  ["'200': { description: '', content: { image/png: {} } }", "Blob"],
  ["'200': { description: '', content: { text/plain: {} } }", "string"],
  [
    "'200': { description: '', content: { image/png: {} } }, '204': { description: '' }",
    "Blob | undefined",
  ],
])("a success of %s brings %s", (responses, type) => {
  const { methods } = codeOf(`responses: { ${responses} }`);
  expect(methods).toContain(`Call<"addPicture", ${type}>;`);
});
