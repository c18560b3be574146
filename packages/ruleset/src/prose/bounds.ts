import { isObject, type JsonObject, list, objectAt } from "../json.ts";
import { numberOf, numberPattern, quantities } from "./numbers.ts";
import { isOfSample, type Prose } from "./prose.ts";

/** What a schema says of single values or of how many there are. */
interface Bounds {
  least: number[];
  most: number[];
  default: unknown;
  all: number[];
}

/** The numbers that the text of a parameter, a property or an example says otherwise than its schema or value. */
export function boundFaults({ text, subject, path }: Prose): string[] {
  if ("value" in subject) return exampleFaults(text, subject);
  const bounds = boundsOf("schema" in subject ? objectAt(subject.schema) : subject);
  // Of a file, x-limits has the bounds.
  if ("x-limits" in subject) return [];
  if (path.includes("variables")) bounds.default = subject.default;
  const clauses = text.split(/(?<=[.;:!?])\s/).filter((clause) => !isOfSample(clause));
  return clauses.flatMap((clause) => [
    ...wrong(clause, lower, bounds.least, "least"),
    ...wrong(clause, upper, bounds.most, "most"),
    ...defaultFaults(clause, bounds.default),
    ...unitFaults(clause, bounds),
  ]);
}

const lower = `(?:at least|minimum(?: of| is)?|no (?:less|fewer) than|from) (${numberPattern})\\b(?![-,.]?\\d)`;
const upper = `(?:at most|maximum(?: of| is)?|no (?:more|greater|longer) than|up to) (${numberPattern})\\b(?![-,.]?\\d)`;

function wrong(clause: string, pattern: string, limits: number[], end: string): string[] {
  if (limits.length === 0) return [];
  return [...clause.matchAll(new RegExp(pattern, "gi"))]
    .filter(({ 1: value = "" }) => !limits.includes(numberOf(value)))
    .map(
      ({ 0: words }) =>
        `"${words}" is not what the schema says: its ${end} is ${limits.join(" or ")}. Correct the text, or the schema.`,
    );
}

function defaultFaults(clause: string, value: unknown): string[] {
  if (value === undefined || typeof value === "object") return [];
  const found = [
    ...clause.matchAll(/`([^`]+)`,? (?:which is )?(?:is )?the default\b/g),
    ...clause.matchAll(/\b(?:default is|defaults to|default:) `?([\w.-]*\w)`?/g),
  ];
  return found
    .filter(({ 1: said }) => said !== String(value))
    .map(
      ({ 0: words }) =>
        `"${words}" is not what the schema says: its default is ${String(value)}. Correct the text, or the default.`,
    );
}

const units = "pixels?|px|seconds?|characters?|letters|digits|items|entries";

function unitFaults(clause: string, { all }: Bounds): string[] {
  if (all.length === 0) return [];
  return quantities(clause, units)
    .filter(({ value }) => !all.includes(value))
    .map(
      ({ words }) =>
        `"${words}" is not what the schema says: it has ${all.join(" and ")}. Correct the text, or the schema.`,
    );
}

function boundsOf(schema: JsonObject): Bounds {
  const items = objectAt(schema.items);
  const numbers = (...keys: string[]) =>
    [schema, items].flatMap((it) =>
      keys.map((key) => it[key]).filter((value) => typeof value === "number"),
    );
  const least = numbers("minimum", "exclusiveMinimum", "minLength", "minItems");
  const most = numbers("maximum", "exclusiveMaximum", "maxLength", "maxItems");
  const others = [...list(schema.enum), schema.default, schema.multipleOf, items.multipleOf];
  const all = [...least, ...most, ...others.filter((it) => typeof it === "number")];
  return { least, most, default: schema.default, all };
}

/** What an example calls 64 pixels or five minutes is one of its values. */
function exampleFaults(text: string, { value }: JsonObject): string[] {
  if (isOfSample(text)) return [];
  const held = numbersOf(value);
  if (held.length === 0) return [];
  return Object.entries({ "pixels?|px|seconds?": 1, "minutes?": 60, "hours?": 3600 }).flatMap(
    ([unit, times]) =>
      quantities(text, unit)
        .filter((it) => !held.includes(it.value * times))
        .map(
          ({ words }) =>
            `"${words}" is in no value of the example: it has ${held.join(", ")}. Correct the text, or the value.`,
        ),
  );
}

function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbersOf);
  return isObject(value) ? Object.values(value).flatMap(numbersOf) : [];
}
