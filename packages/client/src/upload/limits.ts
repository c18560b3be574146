import type { DocumentedLimit, DocumentedLimits } from "@image-apis/types";
import { isReadOnce, nameOf, sizeOf } from "../values/file.ts";
import { documentedFor } from "../values/media-type.ts";
import type { BodyFile } from "./body.ts";
import { argumentOf, type CallBody, type FileArguments } from "./call-body.ts";
import type { LimitViolation } from "./limit-violation.ts";
import { isRecognized } from "./signatures.ts";

/**
 * Holds a body against the documented limits of its operation.
 *
 * @param types The media types of its bodies.
 * @param limits Their limits.
 * @param options The options the files came from.
 * @returns The first limit that is broken.
 */
export function findViolation(
  types: readonly string[],
  limits: DocumentedLimits[string],
  options: FileArguments,
  body: CallBody,
  files: readonly BodyFile[],
): LimitViolation | undefined {
  if (documentedFor(types, body.mediaType) === undefined) {
    const argument = typeof options === "string" ? options : "body";
    return mediaTypeViolation(argument, `is sent as ${body.mediaType}`, types);
  }
  const range = documentedFor(Object.keys(limits), body.mediaType) ?? "";
  for (const [part, limit] of Object.entries(limits[range] ?? {})) {
    const present = files.filter((it) => it.part === part);
    const violation =
      countViolation(argumentOf(options, part), present.length, limit) ??
      present.map((it) => fileViolation(it, limit)).find((it) => it !== undefined);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

function countViolation(
  argument: string,
  count: number,
  limit: DocumentedLimit,
): LimitViolation | undefined {
  const { minFiles, maxFiles } = limit;
  const has = `has ${count} ${count === 1 ? "file" : "files"}`;
  return outside(argument, has, count, [minFiles, "no-image"], [maxFiles, "too-many-images"]);
}

function fileViolation(it: BodyFile, limit: DocumentedLimit): LimitViolation | undefined {
  const { argument, file } = it;
  const { minBytes, maxBytes, mediaTypes } = limit;
  const size = sizeOf(file);
  const has = `("${nameOf(file)}") has ${size} bytes`;
  return (
    outside(argument, has, size, [minBytes, "image-too-small"], [maxBytes, "image-too-large"]) ??
    (mediaTypes && typeViolation(it, mediaTypes))
  );
}

type Bound = readonly [limit: number | undefined, condition: string];

/** What is broken by a number that lies outside of its bounds, where there are some. */
function outside(
  argument: string,
  has: string,
  value: number,
  [min = value, tooLittle]: Bound,
  [max = value, tooMuch]: Bound,
): LimitViolation | undefined {
  if (value >= min && value <= max) return undefined;
  const isLess = value < min;
  const message = `${has}; the documented ${isLess ? `minimum is ${min}` : `maximum is ${max}`}`;
  return { argument, condition: isLess ? tooLittle : tooMuch, message };
}

/**
 * What the first bytes of a file say it is, no media type or name overrules. A file that is not known to be something
 * else is left to the server, which knows more; and so is any where something other than an image may be sent.
 */
function typeViolation(it: BodyFile, allowed: readonly string[]): LimitViolation | undefined {
  const { argument, file, detected } = it;
  const isNoImage = detected !== undefined && !detected.startsWith("image/");
  const isJudged =
    allowed.every((range) => range.startsWith("image/")) &&
    (isNoImage || (allowed.every(isRecognized) && !isReadOnce(file)));
  if (!isJudged || documentedFor(allowed, detected ?? "") !== undefined) return undefined;
  const type = detected ?? "of a format that is not known here";
  return mediaTypeViolation(argument, `("${nameOf(file)}") is ${type}`, allowed);
}

function mediaTypeViolation(
  argument: string,
  is: string,
  documented: readonly string[],
): LimitViolation {
  const message = `${is}; documented is ${documented.join(", ")}`;
  return { argument, condition: "not-an-image", message };
}
