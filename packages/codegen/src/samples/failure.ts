import { type OpenApiDocument, type Reference, resolve, type Schema } from "@image-apis/spec";
import type { FailureRule } from "./request.ts";

/**
 * The rules that a body of a documented shape can meet: those whose places it declares, or, where it declares none,
 * those that it does not rule out.
 */
export function failuresWithin(
  document: OpenApiDocument,
  schema: Schema | Reference | undefined,
  rules: readonly FailureRule[],
): FailureRule[] {
  const found = rules.map((rule) => [rule, holds(document, schema, steps(rule))] as const);
  const declared = found.filter(([, it]) => it === "declared");
  return (declared.length > 0 ? declared : found.filter(([, it]) => it === "possible")).map(
    ([rule]) => rule,
  );
}

/** The steps to what the rule reads; the last is a property of `where`. */
function steps({ at, where }: FailureRule): string[] {
  return [...segments(at), ...Object.keys(where ?? {}).slice(0, 1)];
}

/** The steps of a pointer; `*` stands for every item. */
export function segments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((it) => it.replaceAll("~1", "/").replaceAll("~0", "~"));
}

type Holding = "declared" | "possible" | "no";

function holds(
  document: OpenApiDocument,
  node: Schema | Reference | undefined,
  [step, ...others]: string[],
): Holding {
  if (node === undefined) return "possible";
  const schema = resolve<Schema>(document, node);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (step === undefined) return "declared";
  if (step === "*") {
    if (types !== undefined && !types.includes("array")) return "no";
    return others.length === 0 ? "declared" : holds(document, schema.items, others);
  }
  if (types !== undefined && !types.includes("object")) return "no";
  const property = schema.properties?.[step];
  return property === undefined ? "possible" : holds(document, property, others);
}

/** How one language writes the test of a rule. */
export interface FailureWords {
  /** A property of an expression that may be nothing. */
  property(of: string, name: string): string;
  /** Whether a test holds for an item of an expression that may be nothing; the item is called `it`. */
  some(of: string, test: string): string;
  /** Whether the text of an expression is this one. */
  equals(of: string, text: string): string;
  /** Whether an expression is anything. */
  isThere(of: string): string;
  and: string;
  or: string;
}

/** One test for a body called `body`: whether it tells of a failure. */
export function failureTest(rules: readonly FailureRule[], words: FailureWords): string[] {
  return rules.map((rule) => test("body", segments(rule.at), rule, words));
}

function test(
  of: string,
  [step, ...others]: string[],
  rule: FailureRule,
  words: FailureWords,
): string {
  if (step === "*") return words.some(of, test("it", others, rule, words));
  if (step !== undefined) return test(words.property(of, step), others, rule, words);
  const conditions = Object.entries(rule.where ?? {}).map(([name, text]) =>
    words.equals(words.property(of, name), text),
  );
  return conditions.length > 0 ? conditions.join(words.and) : words.isThere(of);
}

/** What a comment in a sample calls the places: `errors`, `data[].status`. */
export function placesOf(rules: readonly FailureRule[]): string[] {
  return rules.map((rule) => steps(rule).join(".").replaceAll(".*", "[]"));
}
