import type { Json } from "./json.ts";

/** Where an exchange comes from: printed or stated by a page of S0-S4, concluded from it, or of another page. */
export type EvidenceStatus = "documented" | "inferred" | "companion";

/** One part of a form: a file, or a text. */
export type ExchangePart = FilePart | TextPart;

export interface FilePart {
  /** The part's name on the wire. */
  name: string;
  /** A fixture of this package. */
  fixture: string;
  /** The file name sent; the fixture's own by default. */
  filename?: string;
  /** The part's media type; the fixture's own by default. */
  mediaType?: string;
}

export interface TextPart {
  /** The part's name on the wire. */
  name: string;
  /** What it says; a number or a flag is written as text. */
  value: string | number | boolean;
}

/** What an exchange sends: a form, one raw file (none when empty), or a documented example. */
export type ExchangeBody =
  | { mediaType: string; parts: ExchangePart[] }
  | { mediaType: string; fixture: string }
  | { mediaType: string; example: string }
  | { mediaType: string; empty: true };

/** One documented request with its documented response. */
export interface Exchange {
  /** `<api>/<operationId>/<name>` */
  id: string;
  api: string;
  operationId: string;
  name: string;
  /** The source file, from the root of the repository. */
  file: string;
  summary: string;
  /** The key of the vendor page, for example `S0`. */
  source: string;
  status: EvidenceStatus;
  /** Why, where the status is `inferred`. */
  reason?: string;
  /** Exchanges that must have happened before, by id. Such an exchange needs a server that keeps state. */
  given: string[];
  request: {
    path: Record<string, Json>;
    query: Record<string, Json>;
    headers: Record<string, string>;
    cookies?: Record<string, Json>;
    /** The security schemes used together; empty for a request without credentials. */
    security: string[];
    body?: ExchangeBody;
  };
  response: ExchangeResponse;
  /** What read operations show afterwards (`then:`), where that does not follow from the request. */
  effects?: Effect[];
}

/** The documented response of an exchange. */
export interface ExchangeResponse {
  status: number;
  mediaType?: string;
  /** The key of the documented example that is the body. */
  example?: string;
  /** The fixture whose bytes are the body, for an operation that returns an image. */
  fixture?: string;
}

/**
 * What a documented read operation shows after a request. Without `shows`, `unchanged` and `removed`: what the request
 * sent.
 */
export interface Effect {
  /** The id of the read operation. */
  read: string;
  /** The parameters of its path. */
  path: Record<string, Json>;
  /** Its response. */
  shows?: ExchangeResponse;
  /** It shows what it showed before. */
  unchanged?: true;
  /** The query parameter of the request whose numbers are the positions, from 0, that its list has lost. */
  removed?: string;
}

/** Whether a part is a file. */
export function isFilePart(part: ExchangePart): part is FilePart {
  return "fixture" in part;
}

/** The fixtures that a body sends, in order. */
export function fixturesOf(body: { mediaType: string } | undefined): string[] {
  if (body === undefined) return [];
  if ("parts" in body) {
    return (body.parts as ExchangePart[]).filter(isFilePart).map((part) => part.fixture);
  }
  return "fixture" in body ? [body.fixture as string] : [];
}
