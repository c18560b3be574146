import type { Validation } from "@image-apis/conformance/judging";
import { bodyConditions, declaredFor, isJson } from "@image-apis/http-contract";
import {
  bodyLimits,
  type MediaType,
  type OpenApiDocument,
  type RequestBody,
  type WireBody,
} from "@image-apis/spec";
import { fileViolations } from "./file.ts";
import { formViolations } from "./form.ts";
import { mistake, type Violation } from "./violation.ts";

/** Holds what a request carries against the operation's request body: media type, parts, sizes, kinds, JSON. */
export async function bodyViolations(
  document: OpenApiDocument,
  validate: Validation,
  declared: RequestBody | undefined,
  body: WireBody | undefined,
): Promise<Violation[]> {
  if (declared === undefined) return body === undefined ? [] : [unexpected];
  if (body === undefined) return declared.required ? [missing] : [];
  const mediaType = body.kind === "form" ? "multipart/form-data" : body.mediaType;
  const found = declaredFor(declared.content, mediaType);
  if (found === undefined) {
    return [
      mistake({
        what: "media type of the request body",
        expected: `one of the declared: ${Object.keys(declared.content).join(", ")}`,
        received: mediaType,
      }),
    ];
  }
  const [, media] = found;
  if (body.kind === "form") return formViolations(document, validate, media, body.parts);
  if (isJson(mediaType)) return jsonViolations(validate, media, body.bytes);
  if (body.bytes.length === 0) return declared.required ? [missing] : [];
  const limits = bodyLimits(document, media)[""] ?? {};
  return fileViolations("request body", limits, { ...body, mediaType });
}

const unexpected = mistake({ what: "request body", expected: "none", received: "a body" });

const missing: Violation = {
  what: "request body",
  expected: "a body",
  received: "none",
  conditions: [bodyConditions.empty, bodyConditions.none],
};

function jsonViolations(validate: Validation, media: MediaType, bytes: Uint8Array): Violation[] {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [mistake({ what: "request body", expected: "JSON", received: text })];
  }
  return validate("request body", media.schema ?? {}, value).map(mistake);
}
