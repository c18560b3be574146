import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  apiNames,
  loadConditions,
  loadDocument,
  operations,
  responseExamples,
} from "@image-apis/spec";
import { fixturesFile, redoclyPlugin, repositoryRoot } from "@image-apis/spec/generator";
import { parse, stringify } from "yaml";

/** The API that is copied. */
export const api = apiNames().at(-1) ?? "";

/** Makes a folder a repository that holds a copy of one API with its conditions and nothing else. */
export function copyOneApi(folder: string, name = api): void {
  for (const path of [redoclyPlugin, fixturesFile, `spec/${name}`]) {
    cpSync(join(repositoryRoot, path), join(folder, path), { recursive: true });
  }
  const config = parse(readFileSync(join(repositoryRoot, "redocly.yaml"), "utf8"));
  const apis = { [name]: config.apis[name] };
  writeFileSync(join(folder, "redocly.yaml"), stringify({ ...config, apis }));
  const used = operations(loadDocument(name)).flatMap((it) =>
    responseExamples(it).flatMap(({ when }) => when),
  );
  const conditions = Object.entries(loadConditions()).filter(([it]) => used.includes(it));
  const text = stringify(Object.fromEntries(conditions));
  writeFileSync(join(folder, "spec/conditions.yaml"), text);
}
