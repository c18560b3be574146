/**
 * Hosts that the scripts of Redoc and of the search name without asking them for anything, each with what it names them for. A new
 * version that names another one stops the build until somebody has looked.
 */
export const inertHosts: ReadonlyMap<string, string> = new Map([
  ["stevehanov.ca", "a comment of the search library"],
  ["developer.mozilla.org", "a comment of the search library"],
  ["www.w3.org", "names of XML namespaces"],
  ["localhost", "a base for taking addresses apart, and a default of the telemetry that is off"],
  ["example.com", "made-up addresses in samples and texts"],
  ["redocly.com", "documentation links in the names of document elements, and the maker's link"],
  ["github.com", "licences and links in error messages"],
  ["react.dev", "links in error messages"],
  ["reactrouter.com", "links in error messages"],
  ["yarnpkg.com", "links in error messages"],
  ["commonmark.org", "texts about document elements"],
  ["en.wikipedia.org", "texts about document elements"],
  ["claude.ai", "a page that a menu entry, not shown here, would open"],
  ["chatgpt.com", "a page that a menu entry, not shown here, would open"],
]);
