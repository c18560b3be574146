import { type GeneratedFolder, writeFolder } from "@image-apis/codegen/generate";
import { type Bundle, bundleFolder, copyFixtures, writeBundles } from "@image-apis/spec/generator";

/** Writes the bundles and what is generated from them; a generated file that says the same stays as it is. */
export function writeArtifacts(
  repository: string,
  bundles: readonly Bundle[],
  generated: readonly GeneratedFolder[],
): void {
  const folder = bundleFolder(repository);
  copyFixtures(repository, folder);
  writeBundles(folder, bundles);
  for (const it of generated) writeFolder(repository, it);
}
