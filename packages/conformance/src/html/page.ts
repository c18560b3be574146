import { type Html, html } from "./html.ts";

/** A page that needs nothing but itself: no script, no address, light and dark as the system is. */
export function page(title: string, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.html;
}

/** Colours reach a contrast of 4.5 in both schemes. */
const style: Html = {
  html: `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #12161c);
  --raised: light-dark(#f4f6f8, #1b212a);
  --line: light-dark(#d5dae1, #343d4a);
  --ink: light-dark(#1a1f26, #e7eaef);
  --quiet: light-dark(#55606e, #a3aebc);
  --link: light-dark(#1a4fc4, #8fb5ff);
  --good: light-dark(#14692f, #7ddc98);
  --bad: light-dark(#b3261e, #ff9d94);
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
table { overflow-wrap: normal; }
h2 { margin-top: 2rem; }
a { color: var(--link); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
tbody th { font-weight: 400; }
table.index { width: auto; }
.index td, .index thead th:not(:first-child) { text-align: right; }
tfoot th, tfoot td { font-weight: 600; }
thead th { position: sticky; top: 0; background: var(--paper); }
tr.group th { font-weight: 600; padding-top: 1rem; }
.ok { color: var(--good); }
.red { color: var(--bad); font-weight: 600; }
.quiet { color: var(--quiet); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.875em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
section.finding { background: var(--raised); border-left: 0.25rem solid var(--bad); padding: 0.5rem 1rem; margin: 1rem 0; }
section.finding h3 { margin: 0 0 0.5rem; font-size: 1rem; }
`,
};
