import type { FailureDescription, FailureRule } from "../documented/description.ts";
import type { VendorIssue } from "../errors/vendor-error.ts";
import type { Failure } from "./answer.ts";

type Item = Readonly<Record<string, unknown>>;

/** Makes the function that finds a failure in a body, whatever the HTTP status. */
export function failureReader({ errors, warnings = [] }: FailureDescription) {
  return (body: unknown): Failure | undefined => {
    const found = errors.flatMap((rule) => issuesOf(rule, body));
    if (found.length === 0) return undefined;
    const perFile = errors.find((rule) => rule.perFile);
    const items = perFile && valuesAt(body, perFile.at).filter(isObject);
    return {
      errors: found,
      warnings: warnings.flatMap((rule) => issuesOf(rule, body)),
      ...(items && {
        items: {
          count: items.length,
          failed: items.flatMap((it, index) => (applies(perFile, it) ? [index] : [])),
        },
      }),
    };
  };
}

function issuesOf(rule: FailureRule, body: unknown): VendorIssue[] {
  const issues = valuesAt(body, rule.at).filter((it) => applies(rule, it));
  return issues.map((it) => {
    if (!isObject(it)) return { code: undefined, message: String(it) };
    const code = it[rule.code ?? ""];
    return {
      code: /^\d+$/.test(String(code)) ? Number(code) : undefined,
      message: rule.message.replace(/\{(\w+)\}/g, (_, name: string) => String(it[name])),
    };
  });
}

/** The values a pointer leads to; `*` leads to every item of a list. */
function valuesAt(value: unknown, pointer: string): unknown[] {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown[]>((found, step) => found.flatMap((it) => next(it, step)), [value]);
}

function next(value: unknown, step: string): unknown[] {
  if (step === "*") return Array.isArray(value) ? value : [];
  return isObject(value) && step in value ? [value[step]] : [];
}

function applies({ where }: FailureRule, it: unknown): boolean {
  if (where === undefined) return true;
  const conditions = Object.entries(where);
  return isObject(it) && conditions.every(([name, is]) => String(it[name]).toLowerCase() === is);
}

function isObject(value: unknown): value is Item {
  return value !== null && typeof value === "object";
}
