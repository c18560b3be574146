import { ApiError, type ApiErrorDetails } from "./api-error.ts";

/** One error or warning of an answer. */
export interface VendorIssue {
  /** The vendor's code; undefined where it gave none. */
  code: number | undefined;
  message: string;
}

/** A file of an upload that failed in part. */
export interface UploadedFile {
  /** The option that held it, for example `files`. */
  argument: string;
  /** Its place there, from 0. */
  index: number;
  /** The name it was sent with. */
  name: string;
}

/** What a `VendorError` carries; lists that are left out are empty. */
export interface VendorErrorDetails extends ApiErrorDetails {
  errors?: readonly VendorIssue[];
  warnings?: readonly VendorIssue[];
  failedFiles?: readonly UploadedFile[];
  storedFiles?: readonly UploadedFile[];
}

/**
 * The vendor refused: it answered with another status than 2xx, or described a failure inside a 200. The message
 * holds every error and what the first code is documented to mean.
 */
export class VendorError<Code extends number = number> extends ApiError<Code> {
  override readonly name: string = "VendorError";
  /** Every error of the answer; `code` is the first one's. */
  declare readonly errors: readonly VendorIssue[];
  /** Every warning of the answer: things beside the operation that failed. */
  declare readonly warnings: readonly VendorIssue[];
  /** The files that were not stored, where the answer tells of each file on its own; else empty. */
  declare readonly failedFiles: readonly UploadedFile[];
  /** The files that were stored although others were not; else empty. */
  declare readonly storedFiles: readonly UploadedFile[];

  constructor(message: string, details: VendorErrorDetails) {
    super(message, details);
    const { errors = [], warnings = [], failedFiles = [], storedFiles = [] } = details;
    Object.assign(this, { errors, warnings, failedFiles, storedFiles });
  }
}
