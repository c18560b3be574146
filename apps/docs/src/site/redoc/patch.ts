/** One change to what Redoc's maker ships. */
export interface Patch {
  /** What the change is for, in the words of an error message. */
  purpose: string;
  find: RegExp | string;
  /** A replacement as `String.replace` takes it. */
  replace: string | ((...match: string[]) => string);
}

/**
 * Applies changes to a text: a string at every place, an expression as its flags say.
 *
 * @throws Error where a pattern is found nowhere: the pinned `@redocly/cli` has changed.
 */
export function applyPatches(what: string, text: string, patches: readonly Patch[]): string {
  return patches.reduce((current, patch) => applyPatch(what, current, patch), text);
}

function applyPatch(what: string, text: string, { purpose, find, replace }: Patch): string {
  const found = typeof find === "string" ? text.includes(find) : text.search(find) >= 0;
  if (!found) {
    throw new Error(
      `${what}: nothing to change to ${purpose}; ${find} is not in it. ` +
        "@redocly/cli writes something else now. Look at its output and fix the patch in src/site/redoc/.",
    );
  }
  const replacement = replace as string; // TypeScript wants one overload; both take a function too.
  return typeof find === "string"
    ? text.replaceAll(find, replacement)
    : text.replace(find, replacement);
}
