import type { Validation } from "@image-apis/conformance/judging";
import { bodyConditions } from "@image-apis/http-contract";
import {
  type Limits,
  type MediaType,
  type OpenApiDocument,
  type Reference,
  resolve,
  type Schema,
  type WirePart,
} from "@image-apis/spec";
import { fileViolations } from "./file.ts";
import { mistake, type Violation } from "./violation.ts";

/** Holds the parts of a form against its schema: names, counts, sizes and kinds. */
export async function formViolations(
  document: OpenApiDocument,
  validate: Validation,
  media: MediaType,
  parts: readonly WirePart[],
): Promise<Violation[]> {
  const schema = resolve<Schema>(document, media.schema ?? {});
  const declared = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    describePart(document, name, property, schema.required?.includes(name) ?? false),
  );
  const strangers = parts.filter(({ name }) => !declared.some((it) => it.name === name));
  const named = await Promise.all(
    declared.map((part) =>
      partViolations(
        validate,
        part,
        parts.filter(({ name }) => name === part.name),
      ),
    ),
  );
  return [
    ...strangers.map(({ name }) =>
      mistake({
        what: "name of a part",
        expected: `one of the declared: ${declared.map((it) => it.name).join(", ")}`,
        received: name,
      }),
    ),
    ...named.flat(),
  ];
}

/** What a form's schema says about one part. */
interface DeclaredPart {
  name: string;
  /** The schema of a text; undefined where the part is a file. */
  text: Schema | undefined;
  limits: Limits;
  /** How many files of this name the schema allows. */
  min: number;
  max: number;
  faults: Violation[];
}

function describePart(
  document: OpenApiDocument,
  name: string,
  node: Schema | Reference,
  required: boolean,
): DeclaredPart {
  const property = resolve<Schema>(document, node);
  const repeated = property.type === "array";
  const file = repeated ? resolve<Schema>(document, property.items ?? {}) : property;
  const limits = property["x-limits"] ?? {};
  const min = repeated ? count(property.minItems, 0) : 1;
  const max = repeated ? count(property.maxItems, Number.POSITIVE_INFINITY) : 1;
  const what = `part ${name} of the form schema`;
  const isFile = file.type === "string" && file.format === "binary";
  const faults = [
    ...(isFile || file.type !== undefined
      ? []
      : [mistake({ what, expected: "a file or a text", received: "neither" })]),
    ...(!required && limits.minFiles !== undefined && limits.minFiles > 0
      ? [mistake({ what, expected: "to be required, as it has minFiles", received: "optional" })]
      : []),
    ...disagreement(what, "minFiles", limits.minFiles, min),
    ...disagreement(what, "maxFiles", limits.maxFiles, max),
  ];
  const text = isFile ? undefined : file;
  return { name, text, limits, min: required ? Math.max(min, 1) : 0, max, faults };
}

/** The limit of x-limits and the one of the schema say the same, where x-limits has one. */
function disagreement(
  what: string,
  limit: string,
  documented: number | undefined,
  schema: number,
): Violation[] {
  if (documented === undefined || documented === schema) return [];
  return [mistake({ what, expected: `${limit} ${documented}`, received: `${schema}` })];
}

async function partViolations(
  validate: Validation,
  part: DeclaredPart,
  files: WirePart[],
): Promise<Violation[]> {
  const { name, text, limits, min, max, faults } = part;
  const number = { what: `number of parts ${name}`, received: String(files.length) };
  const counted: Violation[] = [];
  if (files.length < min) {
    counted.push({ ...number, expected: `at least ${min}`, conditions: [bodyConditions.none] });
  }
  if (files.length > max) {
    counted.push({ ...number, expected: `at most ${max}`, conditions: [bodyConditions.tooMany] });
  }
  const each = await Promise.all(
    files.map((file, index) => {
      const what = `part ${name} ${index + 1}`;
      if (text === undefined && file.filename !== undefined) {
        return fileViolations(what, limits, file);
      }
      return textViolations(validate, what, text, file);
    }),
  );
  return [...faults, ...counted, ...each.flat()];
}

function count(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** A text is held against the schema of its part as the value that it writes. */
function textViolations(
  validate: Validation,
  what: string,
  schema: Schema | undefined,
  { filename, bytes }: WirePart,
): Violation[] {
  if (schema === undefined || filename !== undefined) {
    const kinds = ["a file", "a text"];
    const [expected = "", received = ""] = schema === undefined ? kinds : kinds.reverse();
    return [mistake({ what, expected, received })];
  }
  const text = new TextDecoder().decode(bytes);
  const isWritten = ["integer", "number", "boolean"].includes(String(schema.type));
  let value: unknown = text;
  try {
    if (isWritten) value = JSON.parse(text);
  } catch {
    // A text that is not a number stays one, which the schema refuses.
  }
  return validate(what, schema, value).map(mistake);
}
