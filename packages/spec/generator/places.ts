import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository that this package is part of, with a slash at the end. */
export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** The plugin that redocly.yaml names, from the root of the repository: a copy of the documents needs it beside them. */
export const redoclyPlugin = "packages/spec/generator/redocly-plugin.js";

/** Where the loader of a repository reads the bundles and the fixtures. */
export function bundleFolder(repository: string): string {
  return join(repository, "packages/spec/dist");
}
