import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** Lists the fixtures, with what each of them is. */
export const fixturesFile = "spec/fixtures/fixtures.json";

/** The names of the fixtures that exchanges and refusals can send. */
export function readFixtureNames(sources: Sources): string[] {
  const source = sources.get(fixturesFile);
  return source === undefined ? [] : Object.keys(yamlMapping(source));
}

/**
 * Copies the fixtures of a repository to where the loader reads them: `fixtures/` of a folder of bundles. Nobody who
 * reads meanwhile finds half of a file, and a file that says the same is left alone.
 */
export function copyFixtures(repository: string, folder: string): void {
  const from = join(repository, "spec/fixtures");
  const to = join(folder, "fixtures");
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from);
  for (const name of names) {
    const bytes = readFileSync(join(from, name));
    const copy = join(to, name);
    if (existsSync(copy) && readFileSync(copy).equals(bytes)) continue;
    writeFileSync(`${copy}.next`, bytes);
    renameSync(`${copy}.next`, copy);
  }
  for (const name of readdirSync(to)) {
    if (!names.includes(name)) rmSync(join(to, name));
  }
}
