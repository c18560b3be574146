/** What the proof does not show of an API, and why. */
export interface Coverage {
  /** Why no exchange shows some of what the document declares. */
  reasons: CoverageReason[];
  /** What the unchanged `prism` command cannot serve. */
  stockPrism: UnservedExchanges[];
  /** Schemas of responses that hold nothing to convert. */
  withoutConversion: string[];
}

export interface CoverageReason {
  reason: string;
  /** Rows as the proof names them, without the API: `getPersonImage: credentials Bearer`. */
  rows: string[];
}

export interface UnservedExchanges {
  reason: string;
  /** `<operationId>/<name>` */
  exchanges: string[];
}
