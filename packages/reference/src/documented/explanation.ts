/** Why a response is the one it is, for whoever watches. */
export interface Explanation {
  /** In words; a sentence or several. */
  readonly why: string;
  /** The name in `x-when` that the response has in the document. */
  readonly condition?: string;
  /** The key of the documented example that the response is. */
  readonly example?: string;
}

/** A response that may say why it came. */
export type Told<Response> = Response & { readonly explanation?: Explanation };

/** The document has no response for what the server lacks; an HTTP server answers 404 on its own. */
export class UndocumentedError extends Error {
  override name = "UndocumentedError";
}
