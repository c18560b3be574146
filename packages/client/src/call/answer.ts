import type { DocumentedErrorCodes, DocumentedRoute, DocumentedRoutes } from "@image-apis/types";
import type { VendorIssue } from "../errors/vendor-error.ts";
import type { SentFile } from "../transport/outgoing-body.ts";

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
  errorCodes: DocumentedErrorCodes;
  /** The header that names the request in the vendor's logs, if there is one. */
  requestIdHeader?: string | undefined;
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
  expects: "object" | "integer" | "value" | "text";
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

/** Whether the value of a body is of the documented kind. */
export function isExpected(body: unknown, expects: Asked["expects"]): boolean {
  if (expects === "value") return body !== undefined;
  return expects === "integer" ? Number.isInteger(body) : body !== null && typeof body === "object";
}

/** The value of a body where it can be parsed, else its text; undefined where there is none. */
export function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return text === "" ? undefined : parse(text);
  } catch {
    return text;
  }
}
