import type { Conversion } from "./conversion.ts";

/** A boolean that travels as a text: `"true"`. */
export const flag: Conversion<"true" | "false", boolean> = {
  read(text, at) {
    if (text === "true" || text === "false") return text === "true";
    throw new TypeError(`${at}: ${JSON.stringify(text)} is neither "true" nor "false".`);
  },
  write(value, at) {
    if (typeof value === "boolean") return value ? "true" : "false";
    throw new TypeError(`${at}: a boolean was expected, not ${value}.`);
  },
};
