import type { Json } from "@image-apis/spec";
import type { ReceivedResponse } from "../server/received-response.ts";
import { instant } from "../volatile-fields/rule.ts";

const minute = 60_000;
/** A body may be read a while after its head. */
const leeway = 10 * minute;
/** Zones differ by whole quarters of an hour, and by 14 hours at most. */
const quarter = 15 * minute;
const farthestZone = 14 * 60 * minute;

/**
 * Whether a time is that of a response, by the server's own clock where it tells it. Of a time without a zone only the
 * zone may be another.
 *
 * @param zone That of times without one.
 */
export function isAboutNow(value: Json, { headers }: ReceivedResponse, zone: string): boolean {
  const text = String(value);
  const clock = Date.parse(headers.date ?? "");
  const now = Number.isNaN(clock) ? Date.now() : clock;
  const apart = Math.abs(instant(text, zone) - now);
  if (apart < leeway) return true;
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const beyond = apart % quarter;
  return !hasZone && apart < farthestZone * 2 && Math.min(beyond, quarter - beyond) < 2 * minute;
}
