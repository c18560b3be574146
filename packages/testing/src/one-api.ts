import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { apiNames, loadConditions, loadDocument } from "../src/apis.ts";
import { operations, responseExamples } from "../src/operation.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The API that is copied. */
export const api = apiNames().at(-1) ?? "";

/** Makes a folder a repository that holds a copy of one API with its conditions and nothing else. */
export function copyOneApi(folder: string): void {
  for (const name of ["spec/redocly-plugin.js", `spec/${api}`]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  const config = parse(readFileSync(join(repository, "redocly.yaml"), "utf8"));
  const apis = { [api]: config.apis[api] };
  writeFileSync(join(folder, "redocly.yaml"), stringify({ ...config, apis }));
  const used = operations(loadDocument(api)).flatMap((it) =>
    responseExamples(it).flatMap(({ when }) => when),
  );
  const conditions = Object.entries(loadConditions()).filter(([name]) => used.includes(name));
  const text = stringify(Object.fromEntries(conditions));
  writeFileSync(join(folder, "spec/conditions.yaml"), text);
}
