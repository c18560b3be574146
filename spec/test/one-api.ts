import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { apiNames } from "../src/apis.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The API that is copied. */
export const api = apiNames().at(-1) ?? "";

/** Makes a folder a repository that holds a copy of one API and nothing else. */
export function copyOneApi(folder: string): void {
  for (const name of ["spec/redocly-plugin.js", `spec/${api}`]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  const config = parse(readFileSync(join(repository, "redocly.yaml"), "utf8"));
  const apis = { [api]: config.apis[api] };
  writeFileSync(join(folder, "redocly.yaml"), stringify({ ...config, apis }));
}
