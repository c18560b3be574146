import type { SchemaFault } from "../validation/document-schemas.ts";
import type { HttpFault } from "./obligatory-headers.ts";

/** One thing that is wrong with a response, as data: whoever shows it finds the words for its own readers. */
export type ResponseFault =
  /** The operation documents no such status. */
  | { rule: "status"; documented: readonly string[]; received: number }
  /** Another media type than the documented ones of this status, none, or one that is malformed. */
  | { rule: "media-type"; documented: readonly string[]; received: string | undefined }
  /** No bytes where a body is documented. */
  | { rule: "empty-body"; mediaType: string }
  /** Bytes that are not JSON, or not the one element of XML that the schema names. */
  | {
      rule: "unreadable-body";
      format: "JSON" | "XML";
      element?: string;
      reason: string;
      text: string;
    }
  /** A body that breaks its schema. */
  | { rule: "body"; fault: SchemaFault }
  /** Bytes that are an image of another type than the response says, or no image. */
  | { rule: "image"; documented: string; received: string | undefined }
  /** A required header that is missing. */
  | { rule: "missing-header"; name: string }
  /** A header that breaks its schema. */
  | { rule: "header"; name: string; fault: SchemaFault };

/** What is said of a response. */
export interface ResponseVerdict {
  /** What the document forbids. */
  faults: ResponseFault[];
  /** Properties of the body that the document does not mention; a strict reader counts them as faults. */
  undeclared: SchemaFault[];
  /** What HTTP asks for: a challenge with 401, the methods with 405. */
  byHttp: HttpFault[];
  /** The documented media type that the response falls under. */
  mediaType: string | undefined;
  /** The body as a value, where it was read. */
  value?: unknown;
}
