import type { Rule } from "../rule.ts";

export const personal: Rule = {
  description: "Every x-personal is true.",
  given: "$..['x-personal']",
  check(value) {
    if (value === true) return [];
    return [{ message: "x-personal is true. Leave it out where a value is not personal." }];
  },
};
