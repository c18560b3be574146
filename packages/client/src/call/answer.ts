import type { DocumentedRoute, DocumentedRoutes } from "@image-apis/types";
import { ApiError } from "../errors/api-error.ts";
import type { VendorIssue } from "../errors/vendor-error.ts";
import type { SentFile } from "../transport/outgoing-body.ts";
import type { Rules } from "./breach.ts";
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
  routes: DocumentedRoutes;
  /** Loads what the document says about limits and codes. */
  rules(): Promise<Rules>;
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

/** An answer whose body was read, beside what is documented for it. */
export interface Answer {
  response: Response;
  /** The media type it says it has, or the one that is documented. */
  mediaType: string;
  text: string;
  /** The documented media types; none where no body is documented. */
  documented: readonly string[];
}

/**
 * Reads the answer of a call. What is not simply the documented success is left to `unusual-answer.ts`.
 *
 * @returns The value of a JSON or XML body, the bytes of any other, or undefined where none is documented.
 * @throws VendorError When the status or the body tells of a failure.
 * @throws UnreadableResponseError When it is not what is documented.
 */
export async function readAnswer(
  reader: AnswerReader,
  asked: Asked,
  response: Response,
): Promise<unknown> {
  const { operationId, expects } = asked;
  const { status, ok } = response;
  const documented = documentedTypes(asked.route, status);
  const mediaType = response.headers.get("content-type") ?? documented[0] ?? "";
  const isUsual = isJson(mediaType) && documented.some(isJson);
  if (ok && !isUsual && areBytes(mediaType, documented)) {
    const bytes = await response.blob();
    if (bytes.size > 0) return bytes;
  }
  const text = response.bodyUsed ? "" : await response.text();
  if (ok && text === "" && documented.length === 0) return undefined;
  if (ok && isUsual) {
    const body = parsed(text, parseExactly);
    if (isExpected(body, expects) && reader.failureIn(body) === undefined) return body;
  }
  const { readUnusual } = await import("./unusual-answer.ts").catch((cause: unknown) => {
    const message = `${operationId} was answered with HTTP status ${status}; reading more of it failed.`;
    throw new ApiError(message, { operationId, status, body: text, response }, { cause });
  });
  return readUnusual(reader, asked, { response, mediaType, text, documented });
}

/** Whether an answer is a file, as documented. */
function areBytes(mediaType: string, documented: readonly string[]): boolean {
  const isText = [mediaType, ...documented].some((type) => isJson(type) || isXml(type));
  const known = [...documented, "application/octet-stream"];
  return documented.length > 0 && !isText && known.some((it) => isIn(it, mediaType));
}

/** Whether the value of a body is of the documented kind. */
export function isExpected(body: unknown, expects: Asked["expects"]): boolean {
  return expects === "integer" ? Number.isInteger(body) : body !== null && typeof body === "object";
}

/** The media types of a success; those of the documented success where the status is another. */
function documentedTypes({ responseMediaTypes }: DocumentedRoute, status: number) {
  const success = () => Object.entries(responseMediaTypes).find(([known]) => known[0] === "2");
  return responseMediaTypes[status] ?? success()?.[1] ?? [];
}

/** The value of a body where it can be parsed, else its text; undefined where there is none. */
export function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return text === "" ? undefined : parse(text);
  } catch {
    return text;
  }
}
