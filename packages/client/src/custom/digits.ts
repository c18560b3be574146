import { asText, type Conversion } from "./conversion.ts";

/** A count that travels as a text of digits: `"18039"`. */
export const digits: Conversion<string, number> = {
  read(text, at) {
    const number = Number(asText(text, at));
    if (/^[0-9]+$/.test(text) && Number.isSafeInteger(number)) return number;
    throw new TypeError(`${at}: ${JSON.stringify(text)} is not an exact number written in digits.`);
  },
  write(number, at) {
    if (Number.isSafeInteger(number) && number >= 0) return String(number);
    throw new TypeError(`${at}: ${number} is not an exact number of 0 or more.`);
  },
};
