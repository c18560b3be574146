import { hashedAsset } from "./assets.ts";
import { failOnDeadPlaces } from "./check/places.ts";
import { documentedErrors } from "./errors/documented-errors.ts";
import { loadInputs, type SiteInputs } from "./inputs.ts";
import { bundles } from "./machine/bundles.ts";
import { llmsFiles } from "./machine/llms.ts";
import { markdownPage } from "./machine/markdown-page.ts";
import { sitemap } from "./machine/sitemap.ts";
import { disagreementsPage } from "./pages/disagreements.ts";
import { errorPage } from "./pages/error.ts";
import { errorsPage } from "./pages/errors.ts";
import { guidePage, guidesPage } from "./pages/guide.ts";
import { landingPage } from "./pages/landing.ts";
import { operationPage } from "./pages/operation.ts";
import { referencePage } from "./pages/reference.ts";
import { isSamplesPage, samplesPage } from "./pages/samples.ts";
import { redocAssets } from "./redoc/assets.ts";
import { type Scripts, siteScripts } from "./scripts.ts";
import { searchIndex } from "./search/search-index.ts";
import type { Site } from "./site.ts";
import type { SiteFile } from "./site-file.ts";
import { tryFile } from "./try-it/try-data.ts";

/** Every file of the site. `publicUrl` is where it will stand, ending with a slash. */
export function siteFiles(publicUrl?: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const shared = sharedFiles();
  const site = siteOf(shared, inputs, publicUrl);
  const pages = staticPages(site);
  const references = referenceFiles(site);
  return [
    ...filesBeside(shared, site, pages),
    ...references,
    ...sitemap(site, [...pages, ...references.filter(({ path }) => path.endsWith("index.html"))]),
  ];
}

/** The site without the interactive reference: the pages that need no JavaScript. */
export function staticFiles(publicUrl?: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const shared = sharedFiles();
  const site = siteOf(shared, inputs, publicUrl);
  return filesBeside(shared, site, staticPages(site));
}

/** The interactive reference of one API; nothing for a name that no API has. */
export function referenceFilesOf(name: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const site = siteOf(sharedFiles(), inputs, undefined);
  return referenceFiles({ ...site, apis: site.apis.filter((api) => api.name === name) });
}

interface SharedFiles {
  stylesheet: SiteFile;
  icon: SiteFile;
  scripts: Scripts;
}

function sharedFiles(): SharedFiles {
  return {
    stylesheet: hashedAsset("site.css"),
    icon: hashedAsset("icon.svg"),
    scripts: siteScripts(),
  };
}

function siteOf(
  { stylesheet, icon, scripts }: SharedFiles,
  { apis, guides, samples }: SiteInputs,
  publicUrl: string | undefined,
): Site {
  return {
    apis,
    errors: documentedErrors(apis),
    guides,
    samples,
    publicUrl,
    stylesheet: stylesheet.path,
    icon: icon.path,
    script: scripts.site.path,
  };
}

function staticPages(site: Site): SiteFile[] {
  const guides = site.guides.map((guide) => guidePage(site, guide));
  const pages = [
    landingPage(site),
    guidesPage(site),
    ...guides.map(({ file }) => file),
    ...site.apis.flatMap((api) =>
      api.operations.flatMap((operation) => [
        operationPage(site, api, operation),
        ...samplesPage(site, api, operation),
      ]),
    ),
    errorsPage(site),
    ...site.errors.map((error) => errorPage(site, error)),
    disagreementsPage(site),
  ];
  failOnDeadPlaces(
    pages,
    guides.flatMap(({ links }) => links),
  );
  return pages;
}

/** The static pages with everything that goes with them. */
function filesBeside(shared: SharedFiles, site: Site, pages: readonly SiteFile[]): SiteFile[] {
  const read = pages.filter((page) => !isSamplesPage(page));
  const markdown = read.map(markdownPage);
  return [
    shared.stylesheet,
    shared.icon,
    shared.scripts.site,
    ...shared.scripts.others,
    ...pages,
    ...markdown,
    ...pages.filter(isSamplesPage).map(markdownPage),
    ...llmsFiles(site, markdown),
    ...bundles(site),
    searchIndex(read),
    ...site.apis.flatMap((api) => api.operations.map((operation) => tryFile(api, operation))),
  ];
}

function referenceFiles(site: Site): SiteFile[] {
  const assets = redocAssets();
  const pages = site.apis.flatMap((api) => referencePage(site, api, assets));
  return [assets.script.file, assets.boot, assets.stylesheet, ...pages];
}
