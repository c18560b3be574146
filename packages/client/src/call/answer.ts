import type { DocumentedErrorCodes, DocumentedRoute } from "@image-apis/types";
import type { ApiErrorDetails } from "../errors/api-error.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { RateLimitError } from "../errors/rate-limit-error.ts";
import { UnreadableResponseError } from "../errors/unreadable-response-error.ts";
import { VendorError, type VendorIssue } from "../errors/vendor-error.ts";
import { redact } from "../log/redaction.ts";
import type { SentFile } from "../transport/outgoing-body.ts";
import { parseExactly } from "./json.ts";
import { isIn, isJson, isXml } from "./media-type.ts";

/** What a vendor's body says about a failure. */
export interface Failure {
  errors: VendorIssue[];
  warnings: VendorIssue[];
  /** Which of the items it answers with failed; whether it has one for each file shows in their number. */
  items?: { failed: number[]; count: number };
}

/** What is needed to read the answers of one vendor. */
export interface AnswerReader {
  errorCodes: DocumentedErrorCodes;
  /** The header that names the request in the vendor's logs, if there is one. */
  requestIdHeader?: string;
  /** Finds the failure a body describes, if it describes one. */
  failureIn(body: unknown): Failure | undefined;
}

/** The call that is answered. */
export interface Asked {
  operationId: string;
  route: DocumentedRoute;
  /** The files that were sent. */
  files: readonly SentFile[];
  /** What a documented JSON answer is. */
  expects: "object" | "integer";
}

/**
 * Reads the answer of a call.
 *
 * @returns The value of a JSON or XML body, the bytes of any other, or undefined where none is documented.
 * @throws VendorError When the status or the body tells of a failure.
 * @throws UnreadableResponseError When it is not what is documented.
 */
export async function readAnswer(
  reader: AnswerReader,
  { operationId, route, files, expects }: Asked,
  response: Response,
): Promise<unknown> {
  const { status, ok } = response;
  const requestId = response.headers.get(reader.requestIdHeader ?? "X-Request-Id") ?? undefined;
  const details = { operationId, status, response, requestId };
  if (!ok) {
    const text = await response.text();
    const failure = reader.failureIn(parsed(text, JSON.parse)) ?? unknownFailure(text);
    throw vendorError(reader, { ...details, body: parsed(text, parseExactly) }, failure, files);
  }
  const documented = documentedTypes(route, status);
  const mediaType = response.headers.get("content-type") ?? documented[0] ?? "";
  const isText = isJson(mediaType) || isXml(mediaType);
  const expectsText = documented.some((type) => isJson(type) || isXml(type));
  const expectsNothing = documented.length === 0;
  const isBytes = [...documented, "application/octet-stream"].some((it) => isIn(it, mediaType));
  if (!isText && !expectsText && isBytes && !expectsNothing) {
    const bytes = await response.blob();
    if (bytes.size > 0) return bytes;
  }
  const text = response.bodyUsed ? "" : await response.text();
  if (expectsNothing && text === "") return undefined;
  const unreadable = (why: string, cause?: unknown) =>
    new UnreadableResponseError(
      `${operationId} answered ${status} with ${mediaType || "no media type"}, ${why}: ${snippet(text)}`,
      { ...details, body: text },
      { cause },
    );
  if (isBytes && text === "" && !expectsText) throw unreadable("which is no image");
  const undocumented = `which is not the documented ${documented.join(" or ") || "empty body"}`;
  let body: unknown;
  try {
    body = isXml(mediaType) ? numberIn(text) : parseExactly(text);
  } catch (cause) {
    throw unreadable(cause instanceof RangeError ? cause.message : undocumented, cause);
  }
  const failure = reader.failureIn(body);
  if (failure !== undefined) throw vendorError(reader, { ...details, body }, failure, files);
  if (expectsNothing) return undefined;
  if (!expectsText) throw unreadable(undocumented);
  const fits =
    expects === "integer" ? Number.isInteger(body) : body !== null && typeof body === "object";
  if (!fits) throw unreadable(`which is no ${expects}`);
  return body;
}

/** The media types of a success; those of the documented success where the status is another. */
function documentedTypes({ responseMediaTypes }: DocumentedRoute, status: number) {
  const success = Object.entries(responseMediaTypes).find(([known]) => known.startsWith("2"));
  return responseMediaTypes[status] ?? success?.[1] ?? [];
}

/** The body of a refusal: parsed where that can be done, else its text; undefined where there is none. */
function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return text === "" ? undefined : parse(text);
  } catch {
    return text;
  }
}

function unknownFailure(text: string): Failure {
  return { errors: [{ code: undefined, message: snippet(text) }], warnings: [] };
}

function vendorError(
  { errorCodes }: AnswerReader,
  details: ApiErrorDetails & { status: number },
  { errors, warnings, items }: Failure,
  files: readonly SentFile[],
): VendorError {
  const { operationId, status } = details;
  const code = errors[0]?.code;
  const known = code === undefined ? undefined : errorCodes[operationId]?.[code];
  const failed = items?.count === files.length ? items.failed.flatMap((it) => files[it] ?? []) : [];
  const message =
    `${operationId} failed with HTTP status ${status}${code === undefined ? "" : `, error ${code}`}: ` +
    errors.map((it) => it.message).join("; ") +
    (known === undefined ? "" : ` (documented as: ${known.summary})`) +
    (failed.length > 0 ? `. Not stored: ${failed.map(described).join(", ")}` : "");
  const Cause =
    status === 401 || status === 403
      ? AuthenticationError
      : status === 429
        ? RateLimitError
        : VendorError;
  const failedFiles = failed.map(({ argument }) => argument);
  return new Cause(message, { ...details, code, errors, warnings, failedFiles });
}

const described = ({ argument, name }: SentFile) => `${argument} ("${name}")`;

/** The number that is the whole content of an XML document: `<int>167</int>`. */
function numberIn(xml: string): unknown {
  const [, digits] = /<[\w:]+[^>]*>\s*(-?\d+)\s*<\/[\w:]+>\s*$/.exec(xml) ?? [];
  if (digits === undefined) throw new SyntaxError("The document is not one element with a number.");
  return parseExactly(digits);
}

function snippet(body: string): string {
  const text = redact(body.trim()) || "without a body";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
