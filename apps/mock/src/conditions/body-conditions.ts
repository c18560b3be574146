/** The conditions of `x-when` that the mock measures on a body while it passes. */
export const bodyConditions = [
  "image-too-small",
  "too-many-images",
  "no-image",
  "not-an-image",
  "missing-image",
] as const;

export type BodyCondition = (typeof bodyConditions)[number];

/** Whether a condition of `x-when` is one that a body can meet by itself. */
export function isBodyCondition(name: string): name is BodyCondition {
  return (bodyConditions as readonly string[]).includes(name);
}
