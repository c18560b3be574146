/**
 * What openapi-fetch writes a request into when no middleware of its own looks at it. The platform's `Request` costs as
 * much as the rest of a small call, and the transport makes one per attempt where somebody needs it.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;

  constructor(url: string, { method }: { method: string }) {
    this.url = url;
    this.method = method;
  }
}
