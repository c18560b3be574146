import { type Exchange, fixtureSize, fixturesOf, type Json } from "@image-apis/spec";
import { zoneOf } from "./rules-of.ts";

/** What was sent before an answer came, as far as the answer depends on it. */
export interface Occasion {
  /** The sizes in bytes of the files this request sent; where it sends none, of those sent before it. */
  uploaded: readonly number[];
  isUpload: boolean;
  /** Whether it follows given steps, so that what is stored is known. */
  isAfterSteps: boolean;
  /** How often the same was uploaded before. */
  uploadsBefore: number;
  /** Milliseconds since 1970. */
  now: number;
  /** The zone of times that are written without one. */
  zone: string;
  /** Values that may come once in an answer. */
  seen: Set<Json>;
}

/**
 * The occasion of an exchange's answer.
 *
 * @param steps What was sent before it.
 */
export function occasionOf(exchange: Exchange, steps: readonly Exchange[]): Occasion {
  const own = sizes(exchange);
  const isUpload = exchange.request.body !== undefined;
  return {
    uploaded: own.length > 0 || isUpload ? own : steps.flatMap(sizes),
    isUpload,
    isAfterSteps: steps.length > 0,
    uploadsBefore: steps.filter(({ operationId }) => operationId === exchange.operationId).length,
    now: Date.now(),
    zone: zoneOf(exchange.api),
    seen: new Set(),
  };
}

/** The occasion of an answer to a request that is refused: nothing was uploaded. */
export function noOccasion(api: string): Occasion {
  return {
    uploaded: [],
    isUpload: false,
    isAfterSteps: false,
    uploadsBefore: 0,
    now: Date.now(),
    zone: zoneOf(api),
    seen: new Set(),
  };
}

function sizes({ request: { body } }: Exchange): number[] {
  return fixturesOf(body).map(fixtureSize);
}
