import type { Format } from "ajv";
import { fastFormats, fullFormats } from "ajv-formats/dist/formats.js";

const day = [
  "\\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])",
  "\\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)",
  "\\d{4}-02-(?:0[1-9]|1\\d|2[0-8])",
  "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29",
].join("|");
const zone = "(?:[zZ]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";
const time = `(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d|23:59:60)(?:\\.\\d+)?${zone}`;

/**
 * The formats of every schema check in this repository, by name: those of ajv-formats. Texts are held against regular
 * expressions alone, because a function cannot be written into the code of the client. Those of days and times know the
 * calendar. Of a URI only the scheme and the characters are looked at, as fast checks do.
 */
export const formats: Readonly<Record<string, Format>> = {
  ...fullFormats,
  date: new RegExp(`^(?:${day})$`),
  time: new RegExp(`^${time}$`),
  "date-time": new RegExp(`^(?:${day})[tT ]${time}$`),
  "iso-time": new RegExp(`^${time}?$`),
  "iso-date-time": new RegExp(`^(?:${day})[tT ]${time}?$`),
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  uri: fastFormats.uri,
};
