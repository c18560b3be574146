/** `YYYY-MM-DD HH:mm:ss`, a time without its zone. */
export interface ZonedText {
  write(time: Date): string;
  /** @throws RangeError for a text of another form. */
  read(text: string): Date;
}

/** @param zone the offset of the times from UTC: `+05:30`. */
export function zonedText(zone: string): ZonedText {
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return {
    write: (time) => new Date(time.getTime() + offset).toISOString().slice(0, 19).replace("T", " "),
    read(text) {
      const utc = new Date(`${text.replace(" ", "T")}Z`);
      return new Date(new Date(utc.getTime() - offset).toISOString());
    },
  };
}
