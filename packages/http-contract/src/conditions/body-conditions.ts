/** The conditions of `x-when` that a body meets by itself, whatever the server has stored. */
export const bodyConditions = {
  tooSmall: "image-too-small",
  tooLarge: "image-too-large",
  tooMany: "too-many-images",
  none: "no-image",
  empty: "missing-image",
  notAnImage: "not-an-image",
} as const;

export type BodyCondition = (typeof bodyConditions)[keyof typeof bodyConditions];

/** Whether a condition of `x-when` is one that a body can meet by itself. */
export function isBodyCondition(name: string): name is BodyCondition {
  return (Object.values(bodyConditions) as string[]).includes(name);
}
