import { resolve, type Schema } from "@image-apis/spec";
import type { ApiModel, OperationModel, ParameterModel, PropertyModel } from "../../model/model.ts";
import { kindOf, typeOf } from "../../model/schema.ts";

/** A status as openapi-typescript writes it as a key. */
export function statusType(status: string): string {
  return /^\d+$/.test(status) ? status : JSON.stringify(status);
}

/** The TypeScript type of a parameter or a property, in the words of the wire types where they have one. */
export function valueType(
  { document }: ApiModel,
  { operationId, body }: OperationModel,
  value: ParameterModel | PropertyModel,
): string {
  const { name } = value;
  const operation = `operations[${JSON.stringify(operationId)}]`;
  if (value.in !== "body") {
    const reference =
      value.component !== undefined
        ? `Parameters[${JSON.stringify(value.component)}]`
        : `NonNullable<${operation}["parameters"]["${value.in}"]>[${JSON.stringify(name)}]`;
    return typeIn(document, value.schema, reference, value.component !== undefined);
  }
  const mediaType = body?.contents.find(({ kind }) => /json|multipart|urlencoded/.test(kind));
  const content = `NonNullable<${operation}["requestBody"]>["content"]`;
  const reference = `${content}[${JSON.stringify(mediaType?.mediaType)}][${JSON.stringify(name)}]`;
  return typeIn(document, value.schema, reference, false);
}

function typeIn(
  document: ApiModel["document"],
  schema: Schema,
  reference: string,
  isNamed: boolean,
): string {
  const type = typeOf(schema);
  if (type === "array") {
    const items = resolve<Schema>(document, schema.items ?? {});
    return `readonly ${typeIn(document, items, `NonNullable<${reference}>[number]`, false)}[]`;
  }
  if (type === "integer" && schema.format === "int64") return "number | bigint";
  if (isNamed) return reference;
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "boolean";
  return type === "string" && schema.enum === undefined && schema.const === undefined
    ? "string"
    : reference;
}

/** What a success brings. */
export function successType({ operationId, responses, success }: OperationModel): string {
  if (success.kind === "none") return "void";
  const types = responses
    .filter(({ isSuccess }) => isSuccess)
    .map(({ status, contents }) => {
      const json = contents.find(({ kind }) => kind === "json");
      if (json === undefined) {
        if (contents.length === 0) return "undefined";
        return contents.every(({ mediaType }) => /text|xml/.test(kindOf(mediaType)))
          ? "string"
          : "Blob";
      }
      return json.component !== undefined
        ? `Schemas[${JSON.stringify(json.component)}]`
        : `operations[${JSON.stringify(operationId)}]["responses"][${statusType(status)}]["content"][${JSON.stringify(json.mediaType)}]`;
    });
  return [...new Set(types)].join(" | ");
}

/** The documented media types as a type; `image/*` is any image. */
export function mediaTypeUnion(mediaTypes: readonly string[]): string {
  return mediaTypes
    .map((it) => (it.endsWith("/*") ? `\`${it.slice(0, -1)}\${string}\`` : JSON.stringify(it)))
    .join(" | ");
}
