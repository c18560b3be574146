import type { DocumentedErrorCodes, DocumentedRoute } from "@image-apis/types";
import { ApiError } from "../errors/api-error.ts";
import { isJson, isXml } from "./media-type.ts";

/** What a vendor's body says about a failure. */
export interface Failure {
  code: number | undefined;
  message: string;
}

/** What is needed to read the answers of one vendor. */
export interface AnswerReader {
  errorCodes: DocumentedErrorCodes;
  /** Finds the failure a body describes, if it describes one. */
  failureIn(body: unknown): Failure | undefined;
}

/**
 * Reads the answer of a call that the server took for a success.
 *
 * @returns The value of a JSON or XML body, the bytes of any other, or undefined where none is documented.
 * @throws ApiError When the body describes a failure, or is not what is documented.
 */
export async function readAnswer(
  reader: AnswerReader,
  operationId: string,
  route: DocumentedRoute,
  response: Response,
): Promise<unknown> {
  const documented = documentedTypes(route, response.status);
  const mediaType = response.headers.get("content-type") ?? documented[0] ?? "";
  const isText = isJson(mediaType) || isXml(mediaType);
  const expectsText = documented.some((type) => isJson(type) || isXml(type));
  const expectsNothing = documented.length === 0;
  if (!isText && !expectsText) return expectsNothing ? undefined : response.blob();

  const text = await response.text();
  if (expectsNothing && text === "") return undefined;
  const unreadable = (cause?: unknown) =>
    new ApiError(
      `${operationId} answered ${response.status} with ${mediaType || "no media type"}, which is not the documented ` +
        `${documented.join(" or ") || "empty body"}: ${snippet(text)}`,
      { operationId, status: response.status, body: text, response },
      { cause },
    );
  let body: unknown;
  try {
    body = isXml(mediaType) ? numberIn(text) : JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
  const failure = reader.failureIn(body);
  if (failure !== undefined) throw vendorError(reader, operationId, response, body, failure);
  if (expectsNothing) return undefined;
  if (!expectsText) throw unreadable();
  return body;
}

/** The media types of a success; those of the documented success where the status is another. */
function documentedTypes({ responseMediaTypes }: DocumentedRoute, status: number) {
  const success = Object.entries(responseMediaTypes).find(([known]) => known.startsWith("2"));
  return responseMediaTypes[status] ?? success?.[1] ?? [];
}

/** The error of an answer with another status than 2xx. */
export function refusal(
  reader: AnswerReader,
  operationId: string,
  response: Response,
  body: unknown,
): ApiError {
  const failure = reader.failureIn(body) ?? {
    code: undefined,
    message: body === undefined || body === "" ? "without a body" : snippet(body),
  };
  return vendorError(reader, operationId, response, body, failure);
}

function vendorError(
  { errorCodes }: AnswerReader,
  operationId: string,
  response: Response,
  body: unknown,
  { code, message }: Failure,
): ApiError {
  const known = code === undefined ? undefined : errorCodes[operationId]?.[code];
  const meaning = known === undefined ? "" : ` (documented as: ${known.summary})`;
  const what = code === undefined ? "" : `, error ${code}`;
  return new ApiError(
    `${operationId} failed with HTTP status ${response.status}${what}: ${message}${meaning}`,
    { operationId, status: response.status, code, body, response },
  );
}

/** The number that is the whole content of an XML document: `<int>167</int>`. */
function numberIn(xml: string): number {
  const [, digits] = /<[\w:]+[^>]*>\s*(-?\d+)\s*<\/[\w:]+>\s*$/.exec(xml) ?? [];
  if (digits === undefined) throw new SyntaxError("The document is not one element with a number.");
  return Number(digits);
}

function snippet(body: unknown): string {
  const text = (typeof body === "string" ? body : JSON.stringify(body)).trim();
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
