import { fixture, fixtureNames } from "@image-apis/spec";
import { isJsonObject, type JsonObject, mapped, objectsOf } from "./json-object.ts";

/** The media types of which there is a sample. */
const sampled = new Set(fixtureNames().map((name) => fixture(name).mediaType));

/**
 * The content of a request or a response, with its examples in place. A response that comes in any type comes in JSON;
 * one that is an image comes as a sample.
 */
export function wholeContent(
  content: unknown,
  follow: (node: JsonObject) => JsonObject,
  of: "request" | "response",
): JsonObject {
  const own = mapped(content, ({ example, examples, ...media }, mediaType) => {
    const shown = objectsOf(examples)
      .map(([key, it]): [string, JsonObject] => [key, follow(it)])
      // Nothing is fetched.
      .filter(([, it]) => "value" in it);
    const all =
      shown.length === 0 && example !== undefined ? [["default", { value: example }]] : shown;
    const isSample = of === "response" && sampled.has(mediaType);
    return {
      ...media,
      ...(of === "request" && formSchema(media.schema, follow)),
      ...(isSample && { schema: { type: "string", format: "binary" } }),
      ...(all.length > 0 && { examples: Object.fromEntries(all) }),
    };
  });
  const { "*/*": any, ...others } = own;
  if (of === "request" || !isJsonObject(any)) return own;
  return { "application/json": any, ...others };
}

/** The schema of a form with the files that it requires as limits, which is where the mock counts files. */
function formSchema(
  schema: unknown,
  follow: (node: JsonObject) => JsonObject,
): { schema?: JsonObject } {
  if (!isJsonObject(schema)) return {};
  const { properties, required, ...others } = follow(schema);
  if (!Array.isArray(required)) return {};
  const all = mapped(properties, (property, name) => {
    const own = follow(property);
    const isCounted = required.includes(name) && isFile(own, follow) && !("x-limits" in own);
    return isCounted ? { ...own, "x-limits": { minFiles: 1 } } : property;
  });
  return { schema: { ...others, required, properties: all } };
}

function isFile(schema: JsonObject, follow: (node: JsonObject) => JsonObject): boolean {
  if (schema.type === "array" && isJsonObject(schema.items)) {
    return isFile(follow(schema.items), follow);
  }
  return schema.format === "binary" || schema.contentMediaType === "application/octet-stream";
}
