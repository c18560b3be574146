import { isObject } from "./json.ts";
import type { Format } from "./rule.ts";

const is31 = (document: unknown) =>
  isObject(document) && /^3\.1(?:\.[0-9]*)?$/.test(String(document.openapi));

/** Spectral's format "OpenAPI 3.1". Its own package for formats brings a hundred others for these lines. */
export const openapi31: Format = Object.assign(is31, { displayName: "OpenAPI 3.1.x" });
