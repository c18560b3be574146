import { fileURLToPath } from "node:url";
import { openGenerator } from "@image-apis/codegen/generate";
import type { OpenApiDocument } from "@image-apis/spec";
import type { TypesSource } from "../src/faces/types.ts";

/** Where the generated files belong; what they import beside themselves is there. */
const folder = fileURLToPath(
  new URL("src/generated", import.meta.resolve("@image-apis/types/package.json")),
).replaceAll("\\", "/");

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
  const folders = await openGenerator()([{ api, document }]);
  const generated = folders.find((it) => folder.endsWith(it.folder))?.files ?? new Map();
  return {
    entry: (name) => `${folder}/${name}/index.ts`,
    files: new Map([...generated].map(([path, text]) => [`${folder}/${path}`, change(text)])),
  };
}
