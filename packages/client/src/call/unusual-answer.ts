import type { ApiErrorDetails } from "../errors/api-error.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { RateLimitError } from "../errors/rate-limit-error.ts";
import { UnreadableResponseError } from "../errors/unreadable-response-error.ts";
import { type UploadedFile, VendorError } from "../errors/vendor-error.ts";
import { redact } from "../log/redaction.ts";
import type { SentFile } from "../transport/outgoing-body.ts";
import { parseExactly, parseWithBigints } from "../values/json.ts";
import { isIn, isJson, isXml } from "../values/media-type.ts";
import {
  type Answer,
  type AnswerReader,
  type Asked,
  type Failure,
  isExpected,
  parsed,
} from "./answer.ts";

/** What a body should have been, as a message calls it. */
const named: Record<Asked["expects"], string> = {
  object: "an object",
  integer: "an integer",
  value: "a value",
  text: "text",
};

/**
 * Reads an answer that is not simply the documented success: a failure, a number in XML, or what no document has.
 *
 * @throws VendorError When the status or the body tells of a failure.
 * @throws UnreadableResponseError When it is not what is documented.
 */
export function readUnusual(
  reader: AnswerReader,
  { operationId, files, expects }: Asked,
  { response, mediaType, text, documented }: Answer,
): unknown {
  const { status, ok } = response;
  const requestId = response.headers.get(reader.requestIdHeader ?? "X-Request-Id") ?? undefined;
  const details = { operationId, status, response, requestId };
  if (!ok) {
    const failure = reader.failureIn(parsed(text, JSON.parse)) ?? unknownFailure(text);
    const body = parsed(text, parseExactly);
    throw vendorError(reader, { ...details, body }, failure, files);
  }
  const unreadable = (why: string, cause?: unknown) =>
    new UnreadableResponseError(
      `${operationId} answered ${status} with ${mediaType || "no media type"}, ${why}: ${snippet(text)}`,
      { ...details, body: text },
      { cause },
    );
  const undocumented = `which is not the documented ${documented.join(" or ") || "empty body"}`;
  let body: unknown;
  try {
    body = isXml(mediaType) ? numberIn(text) : parseWithBigints(text);
  } catch (cause) {
    const isDocumented = documented.some((it) => isIn(it, mediaType));
    const why = cause instanceof RangeError ? cause.message : undefined;
    throw unreadable(why ?? (isDocumented ? "which cannot be parsed" : undocumented), cause);
  }
  const failure = reader.failureIn(body);
  if (failure !== undefined) {
    // Of a failure, whose body may be written to a log, the text is left where JSON could not hold it again.
    throw vendorError(reader, { ...details, body: parsed(text, parseExactly) }, failure, files);
  }
  if (documented.length === 0) return undefined;
  if (!documented.some((type) => isJson(type) || isXml(type))) throw unreadable(undocumented);
  if (!isExpected(body, expects)) throw unreadable(`which is not ${named[expects]}`);
  return body;
}

function unknownFailure(text: string): Failure {
  return { errors: [{ code: undefined, message: snippet(text) }], warnings: [] };
}

function vendorError(
  reader: AnswerReader,
  details: ApiErrorDetails & { status: number },
  { errors, warnings, items }: Failure,
  files: readonly SentFile[],
): VendorError {
  const { operationId, status } = details;
  const code = errors[0]?.code;
  const known = code === undefined ? undefined : reader.errorCodes[operationId]?.[code];
  // Only where the answer has an item for each file does it say which of them it means.
  const failed = items?.count === files.length ? items.failed : [];
  const failedFiles = uploadedFiles(files, (index) => failed.includes(index));
  const storedFiles =
    failed.length === 0 ? [] : uploadedFiles(files, (index) => !failed.includes(index));
  const message =
    `${operationId} failed with HTTP status ${status}${code === undefined ? "" : `, error ${code}`}: ` +
    errors.map((it) => it.message).join("; ") +
    (known === undefined ? "" : ` (documented as: ${known.summary})`) +
    (failed.length > 0 ? `. Not stored: ${failedFiles.map(described).join(", ")}` : "");
  const Cause =
    status === 401 || status === 403
      ? AuthenticationError
      : status === 429
        ? RateLimitError
        : VendorError;
  return new Cause(message, { ...details, code, errors, warnings, failedFiles, storedFiles });
}

function uploadedFiles(
  files: readonly SentFile[],
  isMeant: (index: number) => boolean,
): UploadedFile[] {
  return files.flatMap(({ argument, name }, index) =>
    isMeant(index) ? [{ argument: argument.replace(/\[\d+\]$/, ""), index, name }] : [],
  );
}

const described = ({ argument, index, name }: UploadedFile) => `${argument}[${index}] ("${name}")`;

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
