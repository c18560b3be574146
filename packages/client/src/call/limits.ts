import type {
  DocumentedErrorCodes,
  DocumentedLimit,
  DocumentedLimits,
  DocumentedRoutes,
  Uploadable,
} from "@image-apis/types";
import { LimitError } from "../errors/limit-error.ts";
import { type CallBody, filesOf } from "./body.ts";
import { mediaTypeOf, nameOf, sizeOf } from "./file.ts";
import { isIn } from "./media-type.ts";

/** What a vendor's document says about limits, and about the codes that answer a breach. */
export interface Limits {
  routes: DocumentedRoutes;
  limits: DocumentedLimits;
  errorCodes: DocumentedErrorCodes;
}

/** A limit that a request breaks. */
export interface Breach {
  /** The option that breaks it, for example `files[2]`. */
  argument: string;
  /** The name `x-when` has for it; it leads to the vendor's code, if one is published. */
  condition: string;
  /** What is wrong and what would be right, to follow the name of the option. */
  complaint: string;
}

/** The error of a broken limit, with the code the vendor would answer. */
export function limitError(
  { errorCodes }: Limits,
  operationId: string,
  { argument, condition, complaint }: Breach,
): LimitError {
  const codes = Object.entries(errorCodes[operationId] ?? {});
  const [code, documented] = codes.find(([, { when }]) => when.includes(condition)) ?? [];
  const answer =
    documented === undefined
      ? "The vendor publishes no code for it."
      : `The vendor's answer would be ${documented.summary}.`;
  return new LimitError(
    `${operationId}: ${argument} ${complaint}. ${answer} Nothing was sent.`,
    operationId,
    argument,
    code === undefined ? undefined : Number(code),
  );
}

/**
 * Holds a body against the documented limits of its operation. A file that does not say what it is passes the check
 * of media types.
 *
 * @param argument The option the files came from.
 * @returns The first limit that is broken.
 */
export function findBreach(
  document: Limits,
  operationId: string,
  argument: string,
  body: CallBody,
): Breach | undefined {
  const types = document.routes[operationId]?.requestMediaTypes ?? [];
  if (!types.some((range) => isIn(range, body.mediaType))) {
    return mediaTypeBreach(argument, `is sent as ${body.mediaType}`, types);
  }
  const present = filesOf(body);
  for (const [part, limit] of Object.entries(limitsOf(document, operationId, body.mediaType))) {
    const { files, repeated } = present.find((it) => it.part === part) ?? none;
    const breach =
      countBreach(argument, files.length, limit) ??
      files
        .map((file, index) =>
          fileBreach(repeated ? `${argument}[${index}]` : argument, file, limit),
        )
        .find((it) => it !== undefined);
    if (breach !== undefined) return breach;
  }
  return undefined;
}

const none = { files: [], repeated: false };

/** The limits of a body by part. */
function limitsOf(document: Limits, operationId: string, mediaType: string) {
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

function fileBreach(
  argument: string,
  file: Uploadable,
  limit: DocumentedLimit,
): Breach | undefined {
  const { minBytes, maxBytes, mediaTypes } = limit;
  const size = sizeOf(file);
  const has = `("${nameOf(file)}") has ${size} bytes; the documented`;
  if (minBytes !== undefined && size < minBytes) {
    return { argument, condition: "image-too-small", complaint: `${has} minimum is ${minBytes}` };
  }
  if (maxBytes !== undefined && size > maxBytes) {
    return { argument, condition: "image-too-large", complaint: `${has} maximum is ${maxBytes}` };
  }
  const type = mediaTypeOf(file);
  if (type !== "" && mediaTypes !== undefined && !mediaTypes.some((range) => isIn(range, type))) {
    return mediaTypeBreach(argument, `("${nameOf(file)}") is ${type}`, mediaTypes);
  }
  return undefined;
}

function mediaTypeBreach(argument: string, is: string, documented: readonly string[]): Breach {
  const complaint = `${is}; documented is ${documented.join(", ")}`;
  return { argument, condition: "not-an-image", complaint };
}
