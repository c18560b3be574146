import { createHash } from "node:crypto";
import type { Root } from "hast";
import { addresses } from "../addresses.ts";
import { html, htmlText } from "../html.ts";
import type { SiteFile } from "../site-file.ts";

const style =
  ":root{color-scheme:light dark}body{max-width:40rem;margin:4rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}";

/**
 * `404.html`, which a static host shows at any address below the site. It does not know where the site stands, so its script
 * looks for one of the site's files in every folder above, and makes links from the first that has it.
 */
export function notFoundPage(icon: string): SiteFile {
  const script = `(async()=>{const parts=location.pathname.split("/");for(let i=parts.length-1;i>0;i--){const root=parts.slice(0,i).join("/")+"/";const found=await fetch(root+"${icon}",{method:"HEAD"}).catch(()=>undefined);if(found?.ok&&found.headers.get("content-type")?.includes("svg")){for(const a of document.querySelectorAll("a"))a.href=root+a.dataset.to;document.querySelector("ul").hidden=false;return}}})()`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<title>Page not found · Image APIs</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Page not found</h1>
<p>There is no page at this address. It may have moved.</p>
<ul hidden>
<li><a data-to="${addresses.landing}">First page</a></li>
<li><a data-to="${addresses.guides}">Guides</a></li>
<li><a data-to="${addresses.errors}">Errors</a></li>
</ul>
</main>
<script>${script}</script>
</body>
</html>`;
  const tree: Root = { type: "root", children: [{ type: "doctype" }, ...page] };
  return { path: "404.html", content: `${htmlText(tree)}\n`, tree };
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
