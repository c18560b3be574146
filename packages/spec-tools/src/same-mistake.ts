import type { Finding } from "./finding.ts";

/**
 * Rules of Spectral that look at what a rule of Redocly looks at. Both are on, for each sees cases of its own; where
 * both see the same, Redocly's words stay: it reads the sources, and often knows what was meant.
 */
const twins: Record<string, readonly string[]> = {
  "oas3-schema": ["struct"],
  "oas3-operation-security-defined": ["security-defined"],
  "oas3-server-not-example.com": ["no-server-example.com"],
  "oas3-server-trailing-slash": ["no-server-trailing-slash"],
  "oas3-server-variables": ["no-undefined-server-variable", "no-server-variables-empty-enum"],
  "oas3-valid-media-example": ["no-invalid-media-type-examples", "no-invalid-parameter-examples"],
  "oas3-valid-schema-example": ["no-invalid-schema-examples"],
  "duplicated-entry-in-enum": ["no-duplicated-enum-values"],
  "info-license": ["info-license"],
  "license-url": ["info-license-strict"],
  "no-$ref-siblings": ["spec-ref-siblings"],
  "openapi-tags-uniqueness": ["no-duplicated-tag-names"],
  "operation-operationId": ["operation-operationId"],
  "operation-operationId-unique": ["operation-operationId-unique"],
  "operation-operationId-valid-in-url": ["operation-operationId-url-safe"],
  "operation-parameters": ["operation-parameters-unique"],
  "operation-success-response": ["operation-2xx-response"],
  "operation-tag-defined": ["operation-tag-defined"],
  "path-keys-no-trailing-slash": ["no-path-trailing-slash"],
  "path-not-include-query": ["path-not-include-query"],
  "path-params": ["path-parameters-defined"],
  "tag-description": ["tag-description"],
  "typed-enum": ["no-enum-type-mismatch"],
};

/** What an example is told where its schema is none; the schema is told so itself. */
const isAboutSchema = /must be JSONType|schema is invalid:|value must be \["/;
const ofExamples = new Set([
  "oas3-valid-media-example",
  "oas3-valid-schema-example",
  ...["media-type", "parameter", "schema"].map((what) => `no-invalid-${what}-examples`),
]);

/**
 * Leaves out of a document's findings what says again what another one says: the same mistake in the words of the other
 * linter, an object that sums up what is wrong inside it, examples of a schema that is none.
 */
export function eachMistakeOnce(
  redocly: readonly Finding[],
  spectral: readonly Finding[],
): Finding[] {
  const ownWords = spectral.filter(
    (it) => !redocly.some((other) => twins[it.rule]?.includes(other.rule) && isSame(it, other)),
  );
  const all = [...redocly, ...ownWords];
  const broken = new Set(all.filter(({ rule }) => isShape(rule)));
  return all.filter((it) => {
    if (ofExamples.has(it.rule) && isAboutSchema.test(it.message)) return broken.size === 0;
    const isSum = it.rule === "oas3-schema" && it.message.includes("unevaluated properties");
    return !isSum || ![...broken].some((other) => other !== it && other.file === it.file);
  });
}

const isShape = (rule: string) => rule === "struct" || rule === "oas3-schema";

/** At the same line, or in the same file about the same two names or more. */
function isSame(one: Finding, other: Finding): boolean {
  if (one.file !== other.file) return false;
  const names = namesIn(one.message);
  return (
    one.line === other.line || (names.length > 1 && `${names}` === `${namesIn(other.message)}`)
  );
}

/** The words a message quotes, which both linters take from the document. */
function namesIn(message: string): string[] {
  return [...message.matchAll(/["`]\{?([^"`]+?)\}?["`]/g)].map(([, name = ""]) => name);
}
