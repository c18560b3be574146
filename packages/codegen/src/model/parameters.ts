import type { OpenApiDocument, Parameter, Reference, Schema } from "@image-apis/spec";
import type { ParameterModel, Style, ValueModel } from "./model.ts";
import { camelCase } from "./names.ts";
import { checkOf, componentOf, typeOf, wholeSchema } from "./schema.ts";
import { SupportError } from "./support-error.ts";

/** A parameter or property as an option of a method. */
export function valueModel(
  document: OpenApiDocument,
  name: string,
  place: ParameterModel["in"] | "body",
  node: Parameter | Schema,
  { required, schema }: { required: boolean; schema: Schema },
): ValueModel {
  const grouping = node["x-ms-parameter-grouping"] as { name: string } | undefined;
  return {
    name,
    option: node["x-ms-client-name"] ?? camelCase(name),
    group: grouping?.name,
    required,
    isList: typeOf(schema) === "array",
    check: checkOf(document, schema, place, required),
    schema,
    when: node["x-when"],
    text: (node.description ?? schema.description ?? "").trim(),
    isDeprecated: node.deprecated === true || schema.deprecated === true,
  };
}

/** The styles of each place, its default first. */
const styles: Record<ParameterModel["in"], Style[]> = {
  path: ["simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/**
 * A parameter; `node` is what stands in the document, `parameter` what it refers to.
 *
 * @throws SupportError For a style that nothing here can write.
 */
export function parameterModel(
  document: OpenApiDocument,
  node: Parameter | Reference,
  parameter: Parameter,
  pointer: string,
): ParameterModel {
  const { name, in: place, required = false } = parameter;
  const refuse = (message: string) =>
    new SupportError(pointer, `The ${place} parameter ${name} ${message}`);
  if (parameter.schema === undefined) {
    throw refuse("is described by content, which is not supported. Describe it by a schema.");
  }
  const schema = wholeSchema(document, parameter.schema);
  const known = styles[place];
  const style = known.find((it) => it === (parameter.style ?? known[0]));
  if (style === undefined) {
    throw refuse(
      `has the style ${parameter.style}, which is not supported. Use ${known.join(", ")}.`,
    );
  }
  const type = typeOf(schema);
  if (style === "deepObject" && type !== "object") {
    throw refuse(
      "has the style deepObject, which is for objects only. Use form, or make it an object.",
    );
  }
  if (/Delimited$/.test(style) && type !== "array") {
    throw refuse(`has the style ${style}, which is for lists only. Use form, or make it a list.`);
  }
  if (/Delimited$/.test(style) && parameter.explode === true) {
    throw refuse(
      `has the style ${style} and explode: true, which means nothing. Use form, or leave explode out.`,
    );
  }
  if (type === "object" && place !== "query") {
    throw refuse("is an object, which is supported in a query only. Describe it as a text.");
  }
  return {
    ...valueModel(document, name, place, parameter, { required, schema }),
    in: place,
    style,
    explode: parameter.explode ?? style === "form",
    component: componentOf(node, "parameters"),
  };
}
