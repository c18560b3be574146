import type { Limits } from "./limits-in-reach.ts";
import type { Prose } from "./prose.ts";

const format = /\b(?:PNG|JPEG|GIF|TIFF|WebP|BMP|SVG|HEIC|AVIF)\b/gi;

/**
 * Image formats that the text of a file names and its `x-limits` do not allow, and allowed ones that a list leaves out.
 * Of an operation, other parts of the text may speak of other formats.
 */
export function formatFaults({ text, subject }: Prose, { mediaTypes }: Limits): string[] {
  if (!("x-limits" in subject) || mediaTypes.size === 0 || mediaTypes.has("image/*")) return [];
  const named = [...new Set([...text.matchAll(format)].map(([it]) => it))];
  const allowed = [...mediaTypes];
  const isAllowed = (name: string) => mediaTypes.has(`image/${name.toLowerCase()}`);
  const strangers = named.filter((it) => !isAllowed(it));
  if (strangers.length > 0) {
    return strangers.map(
      (name) =>
        `"${name}" is not a format of the document: x-limits has ${allowed.join(", ")}. Correct the text, or x-limits.`,
    );
  }
  const missing = allowed.filter(
    (it) => !named.some((name) => it === `image/${name.toLowerCase()}`),
  );
  if (named.length < 2 || missing.length === 0) return [];
  return [
    `"${named.join(", ")}" are not all formats of the document: x-limits has ${missing.join(", ")} too. Correct the text, or x-limits.`,
  ];
}
