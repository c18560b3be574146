import { type Html, html } from "../html.ts";

/** What is said, and beside it, where the screen is wide, what is sent and returned. */
export function row(said: Html, code: Html): Html {
  if (code.length === 0) return said;
  return html`<div class="row"><div class="said">${said}</div><div class="code-side">${code}</div></div>`;
}
