import type { DocumentedLimit, DocumentedLimits, DocumentedRoutes } from "@image-apis/types";
import { isReadOnce, nameOf, sizeOf } from "../values/file.ts";
import { documentedFor } from "../values/media-type.ts";
import type { BodyFile } from "./body.ts";
import { argumentOf, type CallBody, type FileArguments } from "./call-body.ts";
import type { Breach } from "./limit-violation.ts";
import { isRecognized } from "./signatures.ts";

/** What a vendor's document says about bodies. */
export interface LimitsDocument {
  routes: DocumentedRoutes;
  limits: DocumentedLimits;
}

/**
 * Holds a body against the documented limits of its operation.
 *
 * @param options The options the files came from.
 * @returns The first limit that is broken.
 */
export function findBreach(
  document: LimitsDocument,
  operationId: string,
  options: FileArguments,
  body: CallBody,
  files: readonly BodyFile[],
): Breach | undefined {
  const types = document.routes[operationId]?.requestMediaTypes ?? [];
  if (documentedFor(types, body.mediaType) === undefined) {
    const argument = typeof options === "string" ? options : "body";
    return mediaTypeBreach(argument, `is sent as ${body.mediaType}`, types);
  }
  const byMediaType = document.limits[operationId] ?? {};
  const range = documentedFor(Object.keys(byMediaType), body.mediaType) ?? "";
  for (const [part, limit] of Object.entries(byMediaType[range] ?? {})) {
    const present = files.filter((it) => it.part === part);
    const breach =
      countBreach(argumentOf(options, part), present.length, limit) ??
      present.map((it) => fileBreach(it, limit)).find((it) => it !== undefined);
    if (breach !== undefined) return breach;
  }
  return undefined;
}

function countBreach(argument: string, count: number, limit: DocumentedLimit): Breach | undefined {
  const { minFiles, maxFiles } = limit;
  const has = `has ${count} ${count === 1 ? "file" : "files"}`;
  return outside(argument, has, count, [minFiles, "no-image"], [maxFiles, "too-many-images"]);
}

function fileBreach(it: BodyFile, limit: DocumentedLimit): Breach | undefined {
  const { argument, file } = it;
  const { minBytes, maxBytes, mediaTypes } = limit;
  const size = sizeOf(file);
  const has = `("${nameOf(file)}") has ${size} bytes`;
  return (
    outside(argument, has, size, [minBytes, "image-too-small"], [maxBytes, "image-too-large"]) ??
    (mediaTypes && typeBreach(it, mediaTypes))
  );
}

type Bound = readonly [limit: number | undefined, condition: string];

/** The breach of a number that lies outside of its bounds, where there are some. */
function outside(
  argument: string,
  has: string,
  value: number,
  [min = value, tooLittle]: Bound,
  [max = value, tooMuch]: Bound,
): Breach | undefined {
  if (value >= min && value <= max) return undefined;
  const isLess = value < min;
  const complaint = `${has}; the documented ${isLess ? `minimum is ${min}` : `maximum is ${max}`}`;
  return { argument, condition: isLess ? tooLittle : tooMuch, complaint };
}

/**
 * What the first bytes of a file say it is, no media type or name overrules. A file that is not known to be something
 * else is left to the server, which knows more; and so is any where something other than an image may be sent.
 */
function typeBreach(it: BodyFile, allowed: readonly string[]): Breach | undefined {
  const { argument, file, detected } = it;
  const isNoImage = detected !== undefined && !detected.startsWith("image/");
  const isJudged =
    allowed.every((range) => range.startsWith("image/")) &&
    (isNoImage || (allowed.every(isRecognized) && !isReadOnce(file)));
  if (!isJudged || documentedFor(allowed, detected ?? "") !== undefined) return undefined;
  const type = detected ?? "of a format that is not known here";
  return mediaTypeBreach(argument, `("${nameOf(file)}") is ${type}`, allowed);
}

function mediaTypeBreach(argument: string, is: string, documented: readonly string[]): Breach {
  const complaint = `${is}; documented is ${documented.join(", ")}`;
  return { argument, condition: "not-an-image", complaint };
}
