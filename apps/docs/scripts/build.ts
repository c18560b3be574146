/** Builds the site into dist/site. */
import { siteFolder } from "../src/server/site-folder.ts";
import { buildSite } from "../src/site/build-site.ts";

try {
  buildSite(siteFolder());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
