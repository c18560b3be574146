import type { Json } from "@image-apis/spec";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { isNameOfSecret } from "./secret-names.ts";

/** No response with a token is longer, in bytes. */
const maxBytes = 1024 * 1024;

/** No response of an API is nested deeper. */
const maxDepth = 50;

/** A shorter text is a word, not a token. */
const minCharacters = 6;

/** What a response issues that may sign somebody in: tokens in its JSON, cookies and tokens in its headers. */
export function issuedBy({ headers, bytes }: ReceivedResponse): string[] {
  const inHeaders = Object.entries(headers)
    .filter(([name]) => isNameOfSecret(name))
    .flatMap(([name, value]) => (name === "set-cookie" ? cookies(value) : value));
  const inBody = bytes.length > maxBytes ? [] : tokens(parseJson(new TextDecoder().decode(bytes)));
  return [...inHeaders, ...inBody].filter((it) => it.length >= minCharacters);
}

/** The values of cookies, one a line. */
function cookies(lines: string): string[] {
  return lines.split("\n").map((line) => line.replace(/^[^=;]*=/, "").replace(/;.*$/, ""));
}

/** @param isSecret Whether it stands at, or below, a name that tells of a secret. */
function tokens(value: Json, isSecret = false, depth = 0): string[] {
  if (value !== null && typeof value === "object") {
    if (depth > maxDepth) return [];
    return Object.entries(value).flatMap(([name, it]) =>
      tokens(it, isSecret || isNameOfSecret(name), depth + 1),
    );
  }
  const isScalar = typeof value === "string" || typeof value === "number";
  return isSecret && isScalar ? [String(value)] : [];
}
