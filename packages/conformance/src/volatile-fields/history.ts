import { type Exchange, fixtureSize, fixturesOf, type Json } from "@image-apis/spec";

/** What was sent before a response came, as far as the response depends on it. */
export interface History {
  /** The sizes in bytes of the files this request sent; where it sends none, of those sent before it. */
  uploaded: readonly number[];
  isUpload: boolean;
  /** Whether it follows setup steps, so that what is stored is known. */
  isAfterSteps: boolean;
  /** How often the same was uploaded before. */
  uploadsBefore: number;
  /** Milliseconds since 1970. */
  now: number;
  /** The zone of times that are written without one. */
  zone: string;
  /** Values that may come once in a response. */
  seen: Set<Json>;
}

/**
 * The history of an exchange's response.
 *
 * @param steps What was sent before it.
 * @param zone That of times without one.
 */
export function historyOf(exchange: Exchange, steps: readonly Exchange[], zone: string): History {
  const own = sizes(exchange);
  const isUpload = exchange.request.body !== undefined;
  return {
    ...noHistory(zone),
    uploaded: own.length > 0 || isUpload ? own : steps.flatMap(sizes),
    isUpload,
    isAfterSteps: steps.length > 0,
    uploadsBefore: steps.filter(({ operationId }) => operationId === exchange.operationId).length,
  };
}

/** The history of a response to a request that is refused: nothing was uploaded. */
export function noHistory(zone: string): History {
  return {
    uploaded: [],
    isUpload: false,
    isAfterSteps: false,
    uploadsBefore: 0,
    now: Date.now(),
    zone,
    seen: new Set(),
  };
}

function sizes({ request: { body } }: Exchange): number[] {
  return fixturesOf(body).map(fixtureSize);
}
