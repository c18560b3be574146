import type { Parameter } from "@image-apis/spec";

/** The names that `x-when` may give to a parameter that is not there and to one that is not valid. */
export interface ParameterConditions {
  missing: string[];
  invalid: string[];
}

/**
 * Derives the conditions of a parameter from its name, in kebab case: `missing-person-id`,
 * `invalid-person-id`. A list of ids selects something, so the lack of `image_ids` is also called
 * `no-image-selected`.
 */
export function parameterConditions({ name }: Parameter): ParameterConditions {
  const kebab = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
  const selected = /^(.+)-ids$/.exec(kebab)?.[1];
  return {
    missing: [`missing-${kebab}`, ...(selected === undefined ? [] : [`no-${selected}-selected`])],
    invalid: [`invalid-${kebab}`],
  };
}
