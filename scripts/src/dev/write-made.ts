import { join } from "node:path";
import { type GeneratedFolder, writeFolder } from "@image-apis/codegen/generate";
import { type Bundle, writeBundles } from "../../../spec/build/bundle.ts";

/** Writes the bundles and what is generated from them; a generated file that says the same stays as it is. */
export function writeMade(
  repository: string,
  bundles: readonly Bundle[],
  generated: readonly GeneratedFolder[],
): void {
  writeBundles(join(repository, "spec/dist"), bundles);
  for (const it of generated) writeFolder(repository, it);
}
