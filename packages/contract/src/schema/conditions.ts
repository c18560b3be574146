import type { Parameter } from "@image-apis/spec";

/** The conditions of `x-when` that a body meets by itself. */
export const bodyConditions = {
  tooSmall: "image-too-small",
  tooLarge: "image-too-large",
  tooMany: "too-many-images",
  none: "no-image",
  empty: "missing-image",
  notAnImage: "not-an-image",
} as const;

/**
 * What `x-when` may call the lack of a parameter: `missing-` and its name in kebab case. A list of ids selects
 * something, so the lack of `image_ids` is also `no-image-selected`.
 */
export function conditionsOfMissing({ name }: Parameter): string[] {
  const [, selected] = /^(.+)-ids$/.exec(kebab(name)) ?? [];
  return [`missing-${kebab(name)}`, ...(selected === undefined ? [] : [`no-${selected}-selected`])];
}

/** What `x-when` may call a value that the parameter's schema refuses. */
export function conditionsOfInvalid({ name }: Parameter): string[] {
  return [`invalid-${kebab(name)}`];
}

/**
 * Whether a request must show that it meets a condition. The others depend on what the server knows: which
 * customers there are, which images are stored, which ids it takes.
 */
export function showsInRequest(condition: string): boolean {
  return (
    (Object.values(bodyConditions) as string[]).includes(condition) ||
    condition.startsWith("missing-")
  );
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
