import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Puts the built packages where a project that installed them has them, as folders and not as links: some tools treat
 * what lies outside of `node_modules` as the project's own.
 */
export function installBuilt(packages: string, into: string): void {
  for (const name of ["client", "types"]) {
    const target = join(into, "node_modules/@image-apis", name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const part of ["package.json", "dist"]) {
      cpSync(join(packages, name, part), join(target, part), { recursive: true });
    }
  }
}
