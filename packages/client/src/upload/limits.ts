import type { DocumentedLimit, DocumentedLimits, DocumentedRoutes } from "@image-apis/types";
import type { Breach } from "../call/breach.ts";
import { isReadOnce, mediaTypeOf, nameOf, sizeOf } from "../call/file.ts";
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
  const has = `has ${count} ${count === 1 ? "file" : "files"}; the documented`;
  if (minFiles !== undefined && count < minFiles) {
    return { argument, condition: "no-image", complaint: `${has} minimum is ${minFiles}` };
  }
  if (maxFiles !== undefined && count > maxFiles) {
    return { argument, condition: "too-many-images", complaint: `${has} maximum is ${maxFiles}` };
  }
  return undefined;
}

function fileBreach(it: BodyFile, limit: DocumentedLimit): Breach | undefined {
  const { argument, file } = it;
  const { minBytes, maxBytes, mediaTypes } = limit;
  const size = sizeOf(file);
  const has = `("${nameOf(file)}") has ${size} bytes; the documented`;
  if (minBytes !== undefined && size < minBytes) {
    return { argument, condition: "image-too-small", complaint: `${has} minimum is ${minBytes}` };
  }
  if (maxBytes !== undefined && size > maxBytes) {
    return { argument, condition: "image-too-large", complaint: `${has} maximum is ${maxBytes}` };
  }
  const wrong = mediaTypes && typesOf(it, mediaTypes).find((type) => !isOneOf(mediaTypes, type));
  if (mediaTypes === undefined || wrong === undefined) return undefined;
  return mediaTypeBreach(argument, `("${nameOf(file)}") is ${wrong}`, mediaTypes);
}

const isOneOf = (ranges: readonly string[], type: string) => ranges.some((it) => isIn(it, type));

/** What a file is: by its first bytes and, in a form, where both travel, by its own word. */
function typesOf({ part, file, detected }: BodyFile, allowed: readonly string[]): string[] {
  const anyFormat = allowed.some((range) => range.endsWith("/*")) || isReadOnce(file);
  const known = detected ?? (anyFormat ? "" : "of a format that is not known here");
  const declared = part === "" && known !== "" ? "" : mediaTypeOf(file);
  return [known, declared].filter(Boolean);
}

function mediaTypeBreach(argument: string, is: string, documented: readonly string[]): Breach {
  const complaint = `${is}; documented is ${documented.join(", ")}`;
  return { argument, condition: "not-an-image", complaint };
}
