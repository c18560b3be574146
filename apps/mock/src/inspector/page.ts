import { readFileSync } from "node:fs";
import type { Answer } from "@image-apis/http-contract";

const folder = new URL("../../assets/", import.meta.url);

/** The page loads nothing from elsewhere and runs no script but its own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

const mediaTypes = { html: "text/html", css: "text/css", js: "text/javascript" };

/** The inspector: its page, its style or its script. */
export function inspectorAsset(kind: keyof typeof mediaTypes): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": `${mediaTypes[kind]}; charset=utf-8`,
      "Content-Security-Policy": policy,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    },
    body: readFileSync(new URL(`inspector.${kind}`, folder)),
  };
}
