import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api, copyOneApi } from "@image-apis/testing/one-api";
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { openLinter } from "../src/linter.ts";

/** A repository with a copy of one API and nothing else, in which the tests of a file plant mistakes. */
export function useOneApi() {
  const copy = mkdtempSync(join(tmpdir(), "lint-"));
  /** What one test plants is gone in the next; what stays the same is not judged again. */
  const lint = openLinter(copy);

  beforeEach(() => {
    copyOneApi(copy);
  });
  afterEach(() => {
    for (const name of readdirSync(copy)) rmSync(join(copy, name), { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  return {
    copy,
    lint,

    /** The first file of a folder of the API, addressed from the root of the repository. */
    firstFile(...folders: string[]): string {
      const path = ["spec", api, ...folders].join("/");
      return `${path}/${readdirSync(join(copy, path)).sort()[0]}`;
    },

    /** Replaces the first match in a file of the copy and returns its line. */
    plant(file: string, from: RegExp, to: string): number {
      const text = readFileSync(join(copy, file), "utf8");
      const index = text.search(from);
      expect(index, `${file} has ${from}`).toBeGreaterThanOrEqual(0);
      writeFileSync(join(copy, file), text.replace(from, to));
      return text.slice(0, index).split("\n").length;
    },

    write(file: string, text: string): void {
      writeFileSync(join(copy, file), text);
    },

    /** The findings, as `file:line rule`. */
    async places(): Promise<string[]> {
      const { findings } = await lint();
      return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    },
  };
}
