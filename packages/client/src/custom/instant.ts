import { asDate, asText, type Conversion } from "./conversion.ts";
import type { Zone } from "./zone.ts";

const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A moment that travels as RFC 3339 text: `"2025-04-21T03:01:43Z"`. It is written in UTC, without a fraction of
 * seconds where that is zero.
 *
 * @param zone Taken for a text that names none; without it such a text is an error, for it would mean another moment
 * on every machine.
 */
export function instant(zone: Zone | undefined): Conversion<string, Date> {
  return {
    read(text, at) {
      const [whole, seconds, named] = form.exec(asText(text, at)) ?? [];
      const offset = named === undefined ? zone : "";
      if (whole !== undefined && offset === undefined) {
        throw new TypeError(`${at}: ${JSON.stringify(text)} names no time zone. Pass zone.`);
      }
      const date = new Date(whole === undefined ? Number.NaN : `${whole}${offset}`);
      // A date that no calendar has, such as February 30, would be taken for another one.
      const onCalendar = new Date(`${seconds}Z`);
      const isOne = [date, onCalendar].every((it) => !Number.isNaN(it.getTime()));
      if (isOne && onCalendar.toISOString().slice(0, 19) === seconds) return date;
      throw new TypeError(`${at}: ${JSON.stringify(text)} is not a date and time.`);
    },
    write(date, at) {
      return asDate(date, at).toISOString().replace(".000Z", "Z");
    },
  };
}
