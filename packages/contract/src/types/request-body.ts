import { declaredFor } from "@image-apis/http-contract";
import {
  type Exchange,
  type ExchangePart,
  isFilePart,
  type OpenApiDocument,
  type Operation,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { alien, type Statement } from "./statement.ts";

const what = "request body";

/** A file, and a text that must not pass for one. */
const file = "file";
const text = '"a path"';

/** What the type of the request body must accept and refuse; a file is a `Blob` and never a text. */
export function requestBodyStatements(
  document: OpenApiDocument,
  { requestBody }: Operation,
  { request: { body } }: Exchange,
): Statement[] {
  if (body === undefined) {
    const fits = requestBody?.required !== true;
    return [{ what, value: "undefined", type: 'Operation["requestBody"]', fits }];
  }
  const [range, media] = declaredFor(requestBody?.content ?? {}, body.mediaType) ?? [];
  const type = `NonNullable<Operation["requestBody"]>["content"]["${range ?? body.mediaType}"]`;
  const accepts = (value: string): Statement => ({ what, value, type, fits: true });
  const refuses = (value: string): Statement => ({ what, value, type, fits: false });
  if ("parts" in body) {
    const schema = resolve<Schema>(document, media?.schema ?? {});
    const isComplete = (schema.required ?? []).every((name) =>
      body.parts.some((part) => part.name === name),
    );
    const sent = form(document, schema, body.parts, file);
    return [
      isComplete ? accepts(sent) : refuses(sent),
      ...(body.parts.some(isFilePart) ? [refuses(form(document, schema, body.parts, text))] : []),
      refuses(alien),
    ];
  }
  if ("example" in body) {
    const value = JSON.stringify(media?.examples?.[body.example]?.value);
    return [accepts(value), refuses(alien)];
  }
  return [accepts(file), refuses(text), refuses(alien)];
}

/** A form as an object: a repeated part is a list, however often it is sent. */
function form(
  document: OpenApiDocument,
  { properties = {} }: Schema,
  parts: readonly ExchangePart[],
  value: string,
): string {
  const names = [...new Set(parts.map(({ name }) => name))];
  const members = names.map((name) => {
    const isRepeated = resolve<Schema>(document, properties[name] ?? {}).type === "array";
    const values = parts
      .filter((part) => part.name === name)
      .map((part) => (isFilePart(part) ? value : JSON.stringify(part.value)));
    const written = isRepeated || values.length > 1 ? `[${values.join(", ")}]` : values[0];
    return `${JSON.stringify(name)}: ${written}`;
  });
  return `{ ${members.join(", ")} }`;
}
