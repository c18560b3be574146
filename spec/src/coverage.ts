/** Why no exchange shows some of what a document declares. */
export interface CoverageReason {
  reason: string;
  /** Rows as the proof names them, without the API: `getPersonImage: credentials Bearer`. */
  rows: string[];
}
