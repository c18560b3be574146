import { createHash } from "node:crypto";

/** Where a reader's choice of light or dark is kept; Redoc keeps its own under the same name, so one choice serves both. */
export const themeKey = "redoc.colorMode";

/** Runs before the first paint, so that no page flashes in the other colours. */
export const themeScript = `try{const m=localStorage.getItem("${themeKey}");if(m==="light"||m==="dark")document.documentElement.classList.add(m)}catch{}`;

/** How a Content-Security-Policy knows the script. */
export const themeHash = `'sha256-${createHash("sha256").update(themeScript).digest("base64")}'`;

/** Only this site's own files; `more` is what a page may load besides, by directive. */
export function ownPolicy(more: { images?: string; connections?: string } = {}): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${themeHash}`,
    "style-src 'self'",
    ["img-src 'self'", more.images].filter(Boolean).join(" "),
    ["connect-src 'self'", more.connections].filter(Boolean).join(" "),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
