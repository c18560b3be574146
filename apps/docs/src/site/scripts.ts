import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { minify_sync } from "terser";
import { hashedAsset } from "./assets.ts";
import { applyPatches } from "./redoc/patch.ts";
import { hashedPath, type SiteFile } from "./site-file.ts";

/** The scripts of the static pages. Only `site` is loaded with a page; it loads the others when they are used. */
export interface Scripts {
  site: SiteFile;
  others: SiteFile[];
}

export function siteScripts(): Scripts {
  const library = searchLibrary();
  const search = hashedAsset("search.js", (text) =>
    short(named({ "./minisearch.js": library })(text)),
  );
  const tryIt = hashedAsset("try.js", short);
  const site = hashedAsset("site.js", (text) =>
    short(named({ "search.js": search, "try.js": tryIt })(text)),
  );
  return { site, others: [library, search, tryIt] };
}

function searchLibrary(): SiteFile {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve("minisearch").replace(/dist[\\/].*$/, "dist/es/index.js");
  const content = readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
  return { path: hashedPath("assets/minisearch.js", content), content };
}

/** Without comments and long names: every page waits for the first of them. */
function short(text: string): string {
  const { code } = minify_sync(text, { module: true });
  if (code === undefined) throw new Error("A script of assets/ could not be made shorter.");
  return code;
}

/** Writes the names that files have on the site in the place of those they have in `assets/`. */
function named(files: Record<string, SiteFile>): (text: string) => string {
  const patches = Object.entries(files).map(([find, { path }]) => ({
    purpose: "load a script by its hashed name",
    find: `"${find}"`,
    replace: `"${find.startsWith("./") ? "./" : ""}${path.slice(path.lastIndexOf("/") + 1)}"`,
  }));
  return (text) => applyPatches("assets/", text, patches);
}
