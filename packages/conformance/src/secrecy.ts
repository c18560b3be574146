/** How a text is read in every encoding it may have, to find what must not be shown. */
export { decodings } from "./secrecy/decodings.ts";
