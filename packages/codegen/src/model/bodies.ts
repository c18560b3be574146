import type {
  OpenApiDocument,
  Operation,
  OperationObject,
  RequestBody,
  Schema,
} from "@image-apis/spec";
import type { BodyModel, ContentModel, FileModel, PropertyModel, WholeBodyModel } from "./model.ts";
import { camelCase } from "./names.ts";
import { valueModel } from "./parameters.ts";
import { contentModel } from "./responses.ts";
import { isFile, propertiesOf, typeOf, wholeSchema } from "./schema.ts";
import { SupportError } from "./support-error.ts";

/** What a media type of a request holds, as options of a method. */
interface Held {
  files: FileModel[];
  properties: PropertyModel[];
  whole?: WholeBodyModel;
}

/**
 * The body of an operation. Several media types are understood where they are one file, as the body itself or as the
 * only part of a form.
 *
 * @throws SupportError For media types that no one method can offer together.
 */
export function bodyModel(
  document: OpenApiDocument,
  operation: Operation,
  written: OperationObject,
): BodyModel | undefined {
  const { requestBody } = operation;
  if (requestBody === undefined) return undefined;
  const content = Object.entries(requestBody.content);
  const contents = content.map(([type, media]) => contentModel(document, type, media));
  const held = contents.map((it) => heldBy(document, operation, written, requestBody, it));
  const raw = held.filter((_, index) => isRaw(contents[index]));
  const structured = held.filter((_, index) => !isRaw(contents[index]));
  const [form, another] = structured;
  const body = {
    required: requestBody.required === true,
    text: requestBody.description ?? "",
    contents,
    files: [],
    properties: [],
    whole: undefined,
  };
  if (another !== undefined) {
    throw refusal(
      operation,
      "has several media types with properties. Keep one JSON or form type.",
    );
  }
  const [file] = raw.flatMap(({ files }) => files);
  if (file === undefined) return { ...body, ...form };
  if (form === undefined) return { ...body, files: [withFirst(file, raw)] };
  const [part, more] = form.files;
  if (part === undefined || more !== undefined || part.isList || form.properties.length > 0) {
    const message =
      "offers a raw body and a form that is more than that file. Describe them as two operations.";
    throw refusal(operation, message);
  }
  return { ...body, files: [{ ...withFirst(file, raw), part: part.part }] };
}

const isRaw = (content: ContentModel | undefined) =>
  content !== undefined && ["bytes", "text", "xml"].includes(content.kind);

/** The first of several spellings of one file, with the first condition and text that one of them has. */
function withFirst(file: FileModel, all: readonly Held[]): FileModel {
  const files = all.flatMap((it) => it.files);
  const when = files.find((it) => it.when !== undefined)?.when;
  return { ...file, when, text: files.find(({ text }) => text !== "")?.text ?? "" };
}

function refusal({ operationId, pointer }: Operation, message: string): SupportError {
  return new SupportError(`${pointer}/requestBody`, `The body of ${operationId} ${message}`);
}

function heldBy(
  document: OpenApiDocument,
  operation: Operation,
  written: OperationObject,
  { required = false, description = "" }: RequestBody,
  { kind, mediaType, schema, component }: ContentModel,
): Held {
  const bodyName = written["x-codegen-request-body-name"];
  if (isRaw({ kind } as ContentModel)) {
    const { "x-when": when, description: text = "" } = schema;
    const option = bodyName ?? "file";
    return {
      files: [{ option, part: undefined, isList: false, required, when, text }],
      properties: [],
    };
  }
  const object = propertiesOf(document, schema);
  if (object === undefined || (bodyName !== undefined && kind === "json")) {
    if (kind !== "json") {
      const message = `is a form (${mediaType}) whose schema is not an object with properties. Describe its parts.`;
      throw refusal(operation, message);
    }
    const text = schema.description ?? description;
    return {
      files: [],
      properties: [],
      whole: { option: bodyName ?? "body", component, schema, text },
    };
  }
  const held: Held = { files: [], properties: [] };
  for (const [name, node] of Object.entries(object.properties)) {
    const own = wholeSchema(document, node);
    const isRequired = object.required.includes(name);
    const isList = typeOf(own) === "array";
    const item = isList ? wholeSchema(document, own.items ?? {}) : own;
    if (kind === "multipart" && isFile(item))
      held.files.push(fileModel(name, own, isList, isRequired));
    else held.properties.push(propertyModel(document, name, own, isRequired));
  }
  if (kind !== "json") refuseNested(operation, held.properties);
  return held;
}

function fileModel(part: string, schema: Schema, isList: boolean, required: boolean): FileModel {
  const { "x-when": when, "x-ms-client-name": option = camelCase(part) } = schema;
  return { option, part, isList, required, when, text: schema.description ?? "" };
}

function propertyModel(
  document: OpenApiDocument,
  name: string,
  schema: Schema,
  required: boolean,
): PropertyModel {
  return { ...valueModel(document, name, "body", schema, { required, schema }), in: "body" };
}

/** A form is texts; OpenAPI sends an object in one as JSON, which no vendor page here does. */
function refuseNested(operation: Operation, properties: readonly PropertyModel[]): void {
  for (const { name, schema } of properties) {
    if (typeOf(schema) !== "object") continue;
    throw refusal(operation, `has the part ${name}, which is an object. Describe it as a text.`);
  }
}
