import { loadApis } from "./api.ts";
import { hashedAsset } from "./assets.ts";
import { landingPage } from "./pages/landing.ts";
import { operationPage } from "./pages/operation.ts";
import { referencePage } from "./pages/reference.ts";
import { redocAssets } from "./redoc/assets.ts";
import type { Site } from "./site.ts";
import type { SiteFile } from "./site-file.ts";

/** Every file of the site, made from the documents. */
export function siteFiles(): SiteFile[] {
  const shared = sharedFiles();
  const site = siteOf(shared);
  return [...Object.values(shared), ...staticPages(site), ...referenceFiles(site)];
}

/** The site without the interactive reference: the pages that need no JavaScript. */
export function staticFiles(): SiteFile[] {
  const shared = sharedFiles();
  return [...Object.values(shared), ...staticPages(siteOf(shared))];
}

function staticPages(site: Site): SiteFile[] {
  const operationPages = site.apis.flatMap((api) =>
    api.operations.map((operation) => operationPage(site, api, operation)),
  );
  return [landingPage(site), ...operationPages];
}

function referenceFiles(site: Site): SiteFile[] {
  const assets = redocAssets();
  const pages = site.apis.map((api) => referencePage(site, api, assets));
  return [assets.script.file, assets.boot, assets.stylesheet, ...pages];
}

function sharedFiles() {
  return { stylesheet: hashedAsset("site.css"), icon: hashedAsset("icon.svg") };
}

function siteOf({ stylesheet, icon }: ReturnType<typeof sharedFiles>): Site {
  return { apis: loadApis(), stylesheet: stylesheet.path, icon: icon.path };
}
