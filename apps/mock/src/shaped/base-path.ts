import type { OpenApiDocument } from "@image-apis/spec";
import { rewritten } from "./rewritten.ts";

/**
 * A base path without a slash at its end.
 *
 * @throws Error for what is not a path.
 */
export function requireBasePath(text: string): string {
  const path = text.replace(/\/$/, "");
  if (path === "" || /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)+$/.test(path)) {
    if (!/^\/__mock(\/|$)/.test(path)) return path;
    throw new Error("--base-path cannot begin with /__mock, which is the mock's own.");
  }
  throw new Error(
    `"${text}" is not a base path. Write it with a slash at its beginning and letters, digits, dots, hyphens, tildes and underscores, for example --base-path /api/mock.`,
  );
}

/** The document with a base path before each of its paths. */
export function withBasePath(document: OpenApiDocument, base: string): OpenApiDocument {
  const inPointer = base.replaceAll("~", "~0").replaceAll("/", "~1");
  const placed = rewritten(document, (node) =>
    "$ref" in node && typeof node.$ref === "string"
      ? { ...node, $ref: node.$ref.replace(/^#\/paths\/~1/, `#/paths/${inPointer}~1`) }
      : node,
  );
  const paths = Object.entries(placed.paths).map(([path, item]) => [`${base}${path}`, item]);
  return { ...placed, paths: Object.fromEntries(paths) };
}
