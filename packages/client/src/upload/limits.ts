import type { DocumentedLimit, DocumentedLimits, DocumentedRoutes } from "@image-apis/types";
import type { Breach } from "../call/breach.ts";
import { isReadOnce, nameOf, sizeOf } from "../call/file.ts";
import { isIn } from "../call/media-type.ts";
import { argumentOf, type CallBody, type FileArguments } from "../call/wire-call.ts";
import type { BodyFile } from "./body.ts";

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
  if (!types.some((range) => isIn(range, body.mediaType))) {
    const argument = typeof options === "string" ? options : "body";
    return mediaTypeBreach(argument, `is sent as ${body.mediaType}`, types);
  }
  for (const [part, limit] of Object.entries(limitsOf(document, operationId, body.mediaType))) {
    const present = files.filter((it) => it.part === part);
    const breach =
      countBreach(argumentOf(options, part), present.length, limit) ??
      present.map((it) => fileBreach(it, limit)).find((it) => it !== undefined);
    if (breach !== undefined) return breach;
  }
  return undefined;
}

/** The limits of a body by part. */
function limitsOf(document: LimitsDocument, operationId: string, mediaType: string) {
  const byMediaType = Object.entries(document.limits[operationId] ?? {});
  return byMediaType.find(([range]) => isIn(range, mediaType))?.[1] ?? {};
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

/** What the first bytes of a file say it is, no media type or name overrules. */
function typeBreach(it: BodyFile, allowed: readonly string[]): Breach | undefined {
  const { argument, file, detected } = it;
  const isAnyAllowed = allowed.some((range) => range.endsWith("/*")) || isReadOnce(file);
  const type = detected ?? (isAnyAllowed ? undefined : "of a format that is not known here");
  if (type === undefined || allowed.some((range) => isIn(range, type))) return undefined;
  return mediaTypeBreach(argument, `("${nameOf(file)}") is ${type}`, allowed);
}

function mediaTypeBreach(argument: string, is: string, documented: readonly string[]): Breach {
  const complaint = `${is}; documented is ${documented.join(", ")}`;
  return { argument, condition: "not-an-image", complaint };
}
