import { readFileSync } from "node:fs";
import { transform } from "lightningcss";
import { hashedPath, type SiteFile } from "./site-file.ts";

/** In this order later rules win over earlier ones. */
const sheets = [
  "base",
  "header",
  "menu",
  "contents",
  "frame",
  "around",
  "text",
  "code",
  "samples",
  "operation",
  "landing",
  "search",
  "try",
  "print",
];

/** The one stylesheet of every page, from the sheets of `assets/styles/`. */
export function siteStyles(): SiteFile {
  const folder = new URL("../../assets/styles/", import.meta.url);
  const texts = sheets.map((name) => readFileSync(new URL(`${name}.css`, folder), "utf8"));
  const { code } = transform({
    filename: "site.css",
    code: Buffer.from(texts.join("\n")),
    minify: true,
  });
  const content = code.toString();
  return { path: hashedPath("assets/site.css", content), content };
}
