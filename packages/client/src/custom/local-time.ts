import { asDate, asText, type Conversion } from "./conversion.ts";
import { millisecondsAhead, type Zone } from "./zone.ts";

/**
 * A moment that travels as the time on a wall in some zone: `"2025-04-21 03:01:43"`. Fractions of a second cannot
 * travel and are cut off.
 */
export function localTime(zone: Zone): Conversion<string, Date> {
  const ahead = millisecondsAhead(zone);
  const write = (date: Date, at: string) => {
    return new Date(asDate(date, at).getTime() + ahead)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
  };
  return {
    read(text, at) {
      const date = new Date(Date.parse(`${asText(text, at).replace(" ", "T")}Z`) - ahead);
      // Date.parse takes February 30 for March 2; what cannot be written again was no date.
      if (!Number.isNaN(date.getTime()) && write(date, at) === text) return date;
      throw new TypeError(`${at}: ${JSON.stringify(text)} is not a date as YYYY-MM-DD HH:mm:ss.`);
    },
    write,
  };
}
