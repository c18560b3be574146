import {
  type Limits,
  type MediaType,
  type OpenApiDocument,
  type Reference,
  resolve,
  type Schema,
  type WirePart,
} from "@image-apis/spec";
import { bodyConditions } from "./conditions.ts";
import { fileViolations } from "./file.ts";
import { mistake, type Violation } from "./violation.ts";

/** Holds the parts of a form against its schema: names, counts, sizes and kinds. */
export async function formViolations(
  document: OpenApiDocument,
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
  const faults = [
    ...(file.type === "string" && file.format === "binary"
      ? []
      : [mistake({ what, expected: "a file", received: `${file.type} ${file.format ?? ""}` })]),
    ...(!required && limits.minFiles !== undefined && limits.minFiles > 0
      ? [mistake({ what, expected: "to be required, as it has minFiles", received: "optional" })]
      : []),
    ...disagreement(what, "minFiles", limits.minFiles, min),
    ...disagreement(what, "maxFiles", limits.maxFiles, max),
  ];
  return { name, limits, min: required ? Math.max(min, 1) : 0, max, faults };
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

async function partViolations(part: DeclaredPart, files: WirePart[]): Promise<Violation[]> {
  const { name, limits, min, max, faults } = part;
  const number = { what: `number of parts ${name}`, received: String(files.length) };
  const counted: Violation[] = [];
  if (files.length < min) {
    counted.push({ ...number, expected: `at least ${min}`, conditions: [bodyConditions.none] });
  }
  if (files.length > max) {
    counted.push({ ...number, expected: `at most ${max}`, conditions: [bodyConditions.tooMany] });
  }
  const each = await Promise.all(
    files.map((file, index) => fileViolations(`part ${name} ${index + 1}`, limits, file)),
  );
  return [...faults, ...counted, ...each.flat()];
}

function count(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
