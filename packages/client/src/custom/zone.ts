/** A time zone as its distance from UTC: `Z`, `+05:30`, `-03:00`. */
export type Zone = "Z" | `${"+" | "-"}${number}:${number}`;

/**
 * The zone of Capillary's file dates, which name none: in the documented answer of `uploadRewardsFile` the date of the
 * file is exactly five and a half hours ahead of the UTC time at which its address was signed. No page states it, and
 * an organization elsewhere may differ: pass `zone` if you know better.
 */
export const capillaryZone: Zone = "+05:30";

/**
 * The distance of a zone from UTC, in milliseconds.
 * @throws RangeError When the text is no such zone.
 */
export function millisecondsAhead(zone: Zone): number {
  if (zone === "Z") return 0;
  const [, sign, hours, minutes] = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/.exec(zone) ?? [];
  if (sign === undefined) {
    throw new RangeError(`zone: "${zone}" is not a distance from UTC such as Z, +05:30 or -03:00.`);
  }
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
