import { isDeepStrictEqual } from "node:util";
import {
  type ContractOperation,
  type DocumentedResponse,
  mediaTypeOf,
} from "@image-apis/http-contract";
import { type Json, responseExamples } from "@image-apis/spec";
import type { TargetResponse } from "./response-check.ts";

/**
 * The documented response that a target's response is: the example of the same value, else the one whose error code the
 * response holds, else the only one. A real service has other ids and times than the documents.
 *
 * @returns `undefined` where none of several can be told.
 */
export function shownExample(
  { operation }: ContractOperation,
  { status, contentType }: TargetResponse,
  value: Json | undefined,
): DocumentedResponse | undefined {
  if (operation.responses[status] === undefined) return undefined;
  const mediaType = mediaTypeOf(contentType ?? "");
  const examples = responseExamples(operation).filter(
    (it) => it.status === status && it.mediaType === mediaType,
  );
  if (examples.length <= 1) return { status, example: examples[0]?.key };
  const leaves = value === undefined ? [] : leavesOf(value);
  const shown =
    examples.find((it) => isDeepStrictEqual(it.example.value, value)) ??
    examples.find((it) => leaves.includes(String(it.example["x-error-code"])));
  return shown && { status, example: shown.key };
}

function leavesOf(value: Json): string[] {
  if (value === null || typeof value !== "object") return [String(value)];
  return Object.values(value).flatMap((it) => leavesOf(it as Json));
}
