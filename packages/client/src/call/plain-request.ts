/**
 * What openapi-fetch writes a request into when no middleware of its own looks at it. The platform's `Request` costs as
 * much as the rest of a small call, and the transport makes one per attempt where somebody needs it.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;

  constructor(url: string, { method, headers }: { method: string; headers: Headers }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
  }
}
