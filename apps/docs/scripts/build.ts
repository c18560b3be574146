/** Builds the site into dist/site; `SITE_URL` says where it will stand, `REPOSITORY_URL` where the repository does. */
import { siteFolder } from "../src/server/site-folder.ts";
import { buildSite } from "../src/site/build-site.ts";
import { failOnFaultyDocuments } from "../src/site/check/documents.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { addressOf } from "../src/site/machine/public-url.ts";
import { siteFiles } from "../src/site/site-files.ts";

try {
  const address = addressOf("SITE_URL");
  const repositoryUrl = addressOf("REPOSITORY_URL")?.replace(/\/$/, "");
  const inputs = { ...loadInputs(), repositoryUrl };
  buildSite(siteFolder(), () => {
    failOnFaultyDocuments(inputs.apis);
    return siteFiles(address, inputs);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
