import { type Document, LineCounter, parseDocument } from "yaml";
import { perFile, type TextFile } from "./sources.ts";

/** A YAML file with the place of everything in it. */
export interface YamlFile {
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
}

/** Parses a file. What is wrong with it stands in `document.errors`. */
export const yamlFile = perFile(({ file, text }): YamlFile => {
  const lines = new LineCounter();
  return { file, document: parseDocument(text, { lineCounter: lines }), lines };
});

/** The value of a file; it is shared and must not be changed. Throws an Error that names the file where it is not YAML. */
export const yamlValue = perFile((source): unknown => {
  const { document } = yamlFile(source);
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`${source.file}: ${error.message}`, { cause: error });
  return document.toJS();
});

/** The value of a file with properties, as `yamlValue` gives it. Throws an Error that names the file for another one. */
export function yamlMapping(source: TextFile): object {
  const value = yamlValue(source);
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  throw new Error(`${source.file}: it must be a mapping, "name: value" line by line.`);
}
