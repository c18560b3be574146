import {
  bodyLimits,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  resolve,
} from "@image-apis/spec";
import type { CodeModel, ContentModel, ResponseModel, SuccessModel } from "./model.ts";
import { componentOf, kindOf, typeOf, wholeSchema } from "./schema.ts";
import { SupportError } from "./support-error.ts";

/** One media type of a body. */
export function contentModel(
  document: OpenApiDocument,
  mediaType: string,
  media: MediaType,
): ContentModel {
  return {
    mediaType,
    kind: kindOf(mediaType),
    schema: wholeSchema(document, media.schema ?? {}),
    component: componentOf(media.schema, "schemas"),
    examples: Object.entries(media.examples ?? {}).map(([key, example]) => ({
      key,
      summary: example.summary ?? "",
      value: example.value,
      code: example["x-error-code"],
      when: [example["x-when"] ?? []].flat(),
    })),
    limits: bodyLimits(document, media),
  };
}

/** Every documented response of an operation. */
export function responseModels(document: OpenApiDocument, operation: Operation): ResponseModel[] {
  return Object.entries(operation.responses).map(([status, response]) => ({
    status,
    isSuccess: /^2/.test(status),
    text: response.description,
    headers: Object.entries(response.headers ?? {}).map(([name, it]) => {
      const { required = false, schema, description = "" } = resolve(document, it);
      return { name, required, schema: wholeSchema(document, schema), text: description };
    }),
    contents: Object.entries(response.content ?? {}).map(([mediaType, media]) =>
      contentModel(document, mediaType, media),
    ),
  }));
}

/**
 * What a success brings.
 *
 * @throws SupportError When no success is documented.
 */
export function successModel(
  { pointer, operationId }: Operation,
  responses: readonly ResponseModel[],
): SuccessModel {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  if (successes.length === 0) {
    const message = `${operationId} documents no success. Add a response with a status from 200 to 299, or 2XX.`;
    throw new SupportError(`${pointer}/responses`, message);
  }
  const full = successes.filter(({ contents }) => contents.length > 0);
  const empty = successes.filter(({ contents }) => contents.length === 0);
  const contents = full.flatMap((it) => it.contents);
  const json = contents.find(({ kind }) => kind === "json");
  return {
    statuses: [...full, ...empty].map(({ status }) => status),
    mediaTypes: [...new Set(contents.map(({ mediaType }) => mediaType))],
    kind: successKind(contents, json),
    maybeEmpty: full.length > 0 && empty.length > 0,
    component: json?.component,
  };
}

const jsonKinds: Record<string, SuccessModel["kind"]> = {
  object: "object",
  integer: "integer",
  array: "list",
};

function successKind(
  contents: readonly ContentModel[],
  json: ContentModel | undefined,
): SuccessModel["kind"] {
  if (contents.length === 0) return "none";
  if (json !== undefined) return jsonKinds[typeOf(json.schema) ?? ""] ?? "value";
  return contents.every(({ kind }) => kind === "text" || kind === "xml") ? "text" : "bytes";
}

/**
 * The vendor's codes, each once, in the order of their numbers.
 *
 * @throws SupportError When two examples of one operation describe the same code differently.
 */
export function codeModels(
  { operationId, pointer }: Operation,
  responses: readonly ResponseModel[],
): CodeModel[] {
  const codes = new Map<number, CodeModel>();
  for (const { status, contents } of responses) {
    for (const { code, key, summary, when } of contents.flatMap(({ examples }) => examples)) {
      if (code === undefined) continue;
      const known = codes.get(code);
      if (known !== undefined && (known.example !== key || known.status !== status)) {
        const message =
          `${operationId}: the examples "${known.example}" (${known.status}) and "${key}" (${status}) both say ` +
          `x-error-code ${code}. Describe a code once, with every condition in its x-when.`;
        throw new SupportError(`${pointer}/responses/${status}`, message);
      }
      codes.set(code, { code, status, example: key, summary, when });
    }
  }
  return [...codes.values()].sort((a, b) => a.code - b.code);
}
