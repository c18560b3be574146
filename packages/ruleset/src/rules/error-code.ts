import { bodies } from "../bodies.ts";
import { isObject, objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";

export const errorCode: Rule = {
  description: "Every x-error-code is a code that the example of a refusal holds.",
  given: "$",
  check(document) {
    return bodies(document).flatMap(({ node, path, status }) =>
      Object.entries(objectAt(node.examples)).flatMap(([key, example]) => {
        if (!isObject(example) || !("x-error-code" in example)) return [];
        return faults(example["x-error-code"], example, status).map((message) => ({
          message,
          path: [...path, "examples", key, "x-error-code"],
        }));
      }),
    );
  },
};

function faults(code: unknown, example: Record<string, unknown>, status: string | undefined) {
  if (!Number.isSafeInteger(code) || Number(code) <= 0) {
    return ["x-error-code is the vendor's code, a whole number above 0."];
  }
  const found: string[] = [];
  if (!/^([45]|default$)/.test(status ?? "")) {
    found.push("x-error-code belongs on the example of a 4xx or 5xx response.");
  }
  if (!holds(example.value, code)) {
    found.push(`The body of this example does not hold the code ${code}.`);
  }
  if (!("x-when" in example)) {
    found.push("Say in `x-when` under which condition the vendor responds with this code.");
  }
  return found;
}

function holds(value: unknown, code: unknown): boolean {
  if (value === code) return true;
  return value !== null && typeof value === "object"
    ? Object.values(value).some((inner) => holds(inner, code))
    : false;
}
