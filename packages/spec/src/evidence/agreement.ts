import { isDeepStrictEqual } from "node:util";
import type {
  Example,
  OpenApiDocument,
  Parameter,
  Reference,
  Schema,
  SecurityScheme,
  Server,
} from "../document.ts";
import { type Json, pointerTokens, valueAt } from "../json.ts";
import { resolve, serverUrl } from "../operation.ts";
import type { InventoryEntry } from "./model.ts";
import { shownValues } from "./shown.ts";

/**
 * Says whether the element a pointer names is what an inventory entry prints: its name, its type, whether it is
 * required, its value. Only what the entry gives is compared.
 */
export function agrees(document: OpenApiDocument, pointer: string, entry: InventoryEntry): boolean {
  const tokens = pointerTokens(pointer);
  const last = tokens.at(-1) ?? "";
  const element = valueAt(document, pointer);
  if (last === "format") return isWidthOf(String(element), entry.type);
  switch (entry.kind) {
    case "operation":
      return sameRequestLine(`${last.toUpperCase()} ${tokens.at(-2)}`, entry.name ?? "");
    case "server":
      return serverUrl(element as Server) === entry.value;
    case "securityScheme":
      if (Array.isArray(element)) return element.some((it) => (entry.name ?? "") in Object(it));
      return sameScheme(last, element as SecurityScheme, entry);
    case "parameter":
      return sameParameter(document, element as Parameter, entry);
    case "header":
      if (tokens[1] === "parameters") return sameParameter(document, element as Parameter, entry);
      return tokens[1] === "headers" ? isUsedAs(document, last, entry.name) : last === entry.name;
    case "property":
    case "part":
      return (
        last === entry.name &&
        sameType(document, element, entry.type) &&
        sameConstant(document, pointer, entry.value)
      );
    case "optional":
      return last === entry.name;
    case "schema":
      return sameType(document, element, entry.type) && sameNames(document, element, entry.value);
    case "mediaType":
      return last === entry.name || last.endsWith(`/${entry.name}`);
    case "response":
      return last === String(entry.value);
    case "errorCode":
    case "enum":
    case "default":
      return isDeepStrictEqual(element, entry.value);
    case "limit":
      return isDeepStrictEqual(element, limitAsRead(entry.value));
    case "condition":
      return [element].flat().includes(entry.value);
    case "pattern":
      return isPatternOf(String(element), String(entry.value).replace(/[YMDHms](?!3)/g, "0"));
    case "example":
      return sameExample((element as Example).value, entry.value);
    case "link":
      return (element as { url?: string }).url === entry.value;
    case "claim":
      return false;
    case "behaviour":
      return typeof element === "string" || typeof element === "object" || element === entry.value;
  }
}

/** `POST /v2/customers/565039505/setImage` is a call of `POST /v2/customers/{customerId}/setImage`. */
function sameRequestLine(template: string, printed: string): boolean {
  const bare = (line: string) => line.replace(/\{[^}]+\}/g, "{}");
  if (bare(template) === bare(printed)) return true;
  const pattern = bare(template)
    .split("{}")
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/{}]+");
  return new RegExp(`^${pattern}$`).test(printed);
}

/** The width of a whole number is printed as its type, of a list as that of its items: `array of int32s`. */
function isWidthOf(format: string, printed: string | undefined): boolean {
  return printed !== undefined && new RegExp(`\\b${format}s?\\b`, "i").test(printed);
}

/** An `http` scheme is printed by its scheme; a key by the name of its header, or by what the vendor calls it. */
function sameScheme(component: string, scheme: SecurityScheme, entry: InventoryEntry): boolean {
  const names = scheme.type === "http" ? [scheme.scheme] : [component, scheme.name];
  const isNamed = names.some((name) => name.toLowerCase() === entry.name?.toLowerCase());
  return isNamed && (entry.type === undefined || ("in" in scheme && scheme.in === entry.type));
}

/** A pattern allows what is printed, and nothing in front of it. */
function isPatternOf(pattern: string, printed: string): boolean {
  const expression = new RegExp(pattern);
  return expression.test(printed) && !expression.test(`-${printed}`);
}

/** Where every sample prints the same value, so do the examples. */
function sameConstant(
  document: OpenApiDocument,
  pointer: string,
  printed: Json | undefined,
): boolean {
  if (printed === undefined) return true;
  const values = shownValues(document).get(pointer) ?? [];
  return values.every((value) => isDeepStrictEqual(value, printed));
}

function sameNames(document: OpenApiDocument, element: unknown, printed: Json | undefined) {
  if (!Array.isArray(printed)) return true;
  const { properties } = resolve(document, element as Schema | Reference) as Schema;
  return isDeepStrictEqual(Object.keys(properties ?? {}).sort(), printed.toSorted());
}

function sameParameter(
  document: OpenApiDocument,
  parameter: Parameter,
  entry: InventoryEntry,
): boolean {
  return (
    (entry.name === undefined || sameParameterName(parameter, entry.name)) &&
    (entry.required === undefined || (parameter.required ?? false) === entry.required) &&
    sameType(document, parameter.schema, entry.type)
  );
}

/** The name of a path parameter does not travel: how its page capitalises it makes no difference. */
function sameParameterName({ in: place, name }: Parameter, printed: string): boolean {
  return place === "path" ? name.toLowerCase() === printed.toLowerCase() : name === printed;
}

/** A response header's name stands where the header is used; its component has a name of its own. */
function isUsedAs(document: OpenApiDocument, component: string, name: string | undefined): boolean {
  const use = `"${name}":{"$ref":"#/components/headers/${component}"}`;
  return JSON.stringify(document).includes(use);
}

/** The vendor's words for a type, each with what it means for a schema. */
const printedTypes: Record<string, (schema: Schema, document: OpenApiDocument) => boolean> = {
  string: (it) => it.type === "string",
  "string enum": (it) => it.type === "string" && Array.isArray(it.enum),
  integer: (it) => it.type === "integer",
  number: (it) => it.type === "integer" || it.type === "number",
  // As XML the vendor's serialiser names an int32 by its type.
  int32: (it) =>
    it.type === "integer" && it.format === "int32" && (it.xml?.name ?? "int") === "int",
  int64: (it) => it.type === "integer" && it.format === "int64",
  uuid: (it) => it.type === "string" && it.format === "uuid",
  "date-time": (it) => it.type === "string" && it.format === "date-time",
  bool: (it) => it.type === "boolean",
  boolean: (it) => it.type === "boolean",
  array: (it) => it.type === "array",
  object: (it) => [it.type].flat().includes("object"),
  null: (it) => [it.type].flat().includes("null"),
  tableright: (it) => [it.type].flat().includes("object"),
  file: (it) => it.format === "binary" || (it.items as Schema | undefined)?.format === "binary",
  "array of int32s": (it, document) =>
    it.type === "array" && it.items !== undefined && sameType(document, it.items, "int32"),
};

function sameType(
  document: OpenApiDocument,
  element: unknown,
  printed: string | undefined,
): boolean {
  if (printed === undefined) return true;
  const component = `#/components/schemas/${printed}`;
  if (valueAt(document, component.slice(1)) !== undefined) {
    return (element as Partial<Reference>).$ref === component;
  }
  const check = printedTypes[printed.toLowerCase()];
  return check?.(resolve(document, element as Schema | Reference), document) ?? false;
}

/** `10 KB` is 10,240 and `49 MB` 51,380,224: the pages give no unit base and we read 1 KB as 1024 bytes. */
function limitAsRead(value: Json | undefined): Json | undefined {
  if (Array.isArray(value))
    return value.map((format) => `image/${String(format).toLowerCase()}`).sort(asDocumented);
  if (value === "any format" || value === "all image extensions") return ["image/*"];
  const size = /^(\d+) ([KM])B$/.exec(String(value));
  return size === null ? value : Number(size[1]) * (size[2] === "K" ? 1024 : 1024 * 1024);
}

/** The order the documents list media types in; the pages differ among themselves. */
const documentedOrder = ["image/png", "image/jpeg", "image/gif", "image/tiff"];
const asDocumented = (a: string, b: string) =>
  documentedOrder.indexOf(a) - documentedOrder.indexOf(b);

/** Credentials and signatures are replaced in both, each with a word of its own. */
function sameExample(value: Json, printed: Json | undefined): boolean {
  return isDeepStrictEqual(withoutCredentials(value), withoutCredentials(printed ?? null));
}

/** A copy in which every replaced credential reads `*`. */
export function withoutCredentials(value: Json): Json {
  if (typeof value === "string") return value.replace(/EXAMPLE[A-Z-]*|REDACTED/g, "*");
  if (Array.isArray(value)) return value.map(withoutCredentials);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, withoutCredentials(it)]),
  );
}
