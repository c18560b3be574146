import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "@image-apis/spec";
// The generator is no part of the published package, so it is taken from its folder.
import { generatedFiles } from "../../types/build/generated-files.ts";
import type { TypesSource } from "../src/faces/types.ts";

/** Where the generated files belong; what they import beside themselves is there. */
const folder = fileURLToPath(new URL("../../types/src/generated", import.meta.url)).replaceAll(
  "\\",
  "/",
);

/**
 * Generates the types of a document in memory, as `npm run generate` would write them.
 *
 * @param change Changes the text of each file, to plant a fault.
 */
export async function regeneratedTypes(
  api: string,
  document: OpenApiDocument,
  change: (text: string) => string = (text) => text,
): Promise<TypesSource> {
  const generated = await generatedFiles(new Map([[api, document]]));
  return {
    entry: (name) => `${folder}/${name}/index.ts`,
    files: new Map([...generated].map(([path, text]) => [`${folder}/${path}`, change(text)])),
  };
}
