import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workspacePackages } from "../repository.ts";
import type { Documents } from "./base.ts";
import { lockStep } from "./changesets.ts";

/** The version of every package in lock-step. */
export function packageVersions(repository: string): Map<string, string> {
  return new Map(
    workspacePackages(repository)
      .filter(({ name }) => lockStep.includes(name))
      .map(({ name, folder }) => {
        const text = readFileSync(join(repository, folder, "package.json"), "utf8");
        return [name, (JSON.parse(text) as { version: string }).version];
      }),
  );
}

/** Documents and packages whose version is not that of the package spec, each as a sentence. */
export function versionsApart(repository: string, documents: Documents): string[] {
  const packages = packageVersions(repository);
  const version = packages.get("@image-apis/spec") ?? "";
  const all = [
    ...packages,
    ...[...documents].map(([api, { info }]) => [`the document of ${api}`, info.version] as const),
  ];
  return all
    .filter(([, own]) => own !== version)
    .map(
      ([name, own]) =>
        `${name} is ${own}, but @image-apis/spec is ${version}. Run \`npm run version\`.`,
    );
}
