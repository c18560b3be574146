/** What a change means for a client: it may stop working, it may use something new, or it reads other words. */
export const sizes = ["breaking", "additive", "documentation"] as const;
export type Size = (typeof sizes)[number];

/** One change of an API, in words. */
export interface Change {
  api: string;
  size: Size;
  /** The operations it is about, or what of the document. */
  where: string;
  text: string;
}

/** The largest size among changes; `undefined` where there is no change. */
export function largest(changes: readonly Change[]): Size | undefined {
  return sizes.find((size) => changes.some((it) => it.size === size));
}
