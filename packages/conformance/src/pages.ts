/** Pages that stand alone: for reports. */
export { escaped, type Html, html } from "./html/html.ts";
export { page } from "./html/page.ts";
