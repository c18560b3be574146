import { type Document, LineCounter, parseDocument } from "yaml";
import { perFile } from "./sources.ts";

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

/** The value of a file; it is shared and must not be changed. */
export const yamlValue = perFile((source): unknown => {
  const { document } = yamlFile(source);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return document.toJS();
});
