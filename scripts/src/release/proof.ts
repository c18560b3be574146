import { cpSync } from "node:fs";
import { join } from "node:path";
import { siteFolder } from "@image-apis/docs";

/** Puts the grid as `npm run contract` last wrote it into the built docs, at `/proof/`. It is a page that needs nothing else. */
export function copyProof(repository: string): string {
  const page = join(siteFolder(), "proof", "index.html");
  cpSync(join(repository, "packages/contract/dist/grid.html"), page);
  return page;
}
