/** The site's builder: the whole site, or the pages of an API's operations, from documents in memory. */
export type { Api } from "./api.ts";
export { buildSite } from "./build-site.ts";
export { loadInputs, type SiteInputs } from "./inputs.ts";
export { operationHtml, siteFiles } from "./site-files.ts";
