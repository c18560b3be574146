import { addresses } from "./addresses.ts";
import { hashedAsset } from "./assets.ts";
import { footerOf } from "./frame/footer.ts";
import { menuOf } from "./frame/menu.ts";
import { notFoundPage } from "./frame/not-found.ts";
import { type Frame, htmlPage } from "./frame/shell.ts";
import { loadInputs, type SiteInputs } from "./inputs.ts";
import { bundles } from "./machine/bundles.ts";
import { llmsFiles } from "./machine/llms.ts";
import { markdownPage } from "./machine/markdown-page.ts";
import { sitemap } from "./machine/sitemap.ts";
import type { Page } from "./page.ts";
import { operationPage } from "./pages/operation.ts";
import { referencePage } from "./pages/reference.ts";
import { redocAssets } from "./redoc/assets.ts";
import { siteScripts } from "./scripts.ts";
import { searchIndex } from "./search/search-index.ts";
import { type Site, siteOf } from "./site.ts";
import type { SiteFile } from "./site-file.ts";
import { staticPages } from "./static-pages.ts";
import { siteStyles } from "./styles.ts";
import { tryFile } from "./try-it/try-data.ts";

/** Every file of the site. `publicUrl` is where it will stand, ending with a slash. */
export function siteFiles(publicUrl?: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const site = siteOf(inputs);
  const shared = sharedFiles();
  const frame = frameOf(site, shared, publicUrl);
  const pages = staticPages(site);
  const all = [
    ...pages.map(({ address }) => address),
    ...site.apis.map(({ name }) => addresses.reference(name)),
  ];
  return [
    ...filesBeside(site, shared, frame, pages),
    ...referenceFiles(site, frame),
    ...sitemap(publicUrl, all),
  ];
}

/** The site without the interactive reference: the pages that need no JavaScript. */
export function staticFiles(publicUrl?: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const site = siteOf(inputs);
  const shared = sharedFiles();
  return filesBeside(site, shared, frameOf(site, shared, publicUrl), staticPages(site));
}

/** Finds the HTML of a page of an API's operations, by operationId; nothing for one that the API does not have. */
export function operationHtml(
  inputs: SiteInputs,
  name: string,
): (operationId: string) => string | undefined {
  const site = siteOf(inputs);
  const frame = frameOf(site, sharedFiles(), undefined);
  const api = site.apis.find((it) => it.name === name);
  return (id) => {
    const operation = api?.operations.find(({ operationId }) => operationId === id);
    return api && operation && htmlPage(frame, operationPage(site, api, operation)).content;
  };
}

/** The interactive reference of one API; nothing for a name that no API has. */
export function referenceFilesOf(name: string, inputs: SiteInputs = loadInputs()): SiteFile[] {
  const site = siteOf(inputs);
  const one = { ...site, apis: site.apis.filter((api) => api.name === name) };
  return referenceFiles(one, frameOf(site, sharedFiles(), undefined));
}

/** The files that pages share. */
type SharedFiles = ReturnType<typeof sharedFiles>;

function sharedFiles() {
  return {
    stylesheet: siteStyles(),
    icon: hashedAsset("icon.svg"),
    scripts: siteScripts(),
  };
}

function frameOf(site: Site, shared: SharedFiles, publicUrl: string | undefined): Frame {
  return {
    apis: site.apis,
    menu: menuOf(site),
    footer: footerOf(site.apis, site.repositoryUrl),
    publicUrl,
    stylesheet: shared.stylesheet.path,
    icon: shared.icon.path,
    script: shared.scripts.site.path,
  };
}

/** The files of the static pages, and everything that goes with them. */
function filesBeside(
  site: Site,
  { stylesheet, icon, scripts }: SharedFiles,
  frame: Frame,
  pages: readonly Page[],
): SiteFile[] {
  const read = pages.filter((page) => page.isAppendix !== true);
  const appendices = pages.filter((page) => page.isAppendix === true);
  const markdown = read.map(markdownPage);
  return [
    ...[stylesheet, icon, scripts.site, ...scripts.others],
    ...pages.map((page) => htmlPage(frame, page)),
    notFoundPage(icon.path),
    ...markdown,
    ...appendices.map(markdownPage),
    ...llmsFiles(site, read, frame.publicUrl),
    ...bundles(site),
    searchIndex(read),
    ...site.apis.flatMap((api) => api.operations.map((operation) => tryFile(api, operation))),
  ];
}

function referenceFiles(site: Site, frame: Frame): SiteFile[] {
  const assets = redocAssets();
  const pages = site.apis.flatMap((api) => referencePage(site, frame, api, assets));
  return [assets.script.file, assets.boot, assets.stylesheet, ...pages];
}
