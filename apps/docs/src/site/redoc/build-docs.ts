import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApiDocument } from "@image-apis/spec";
import { redocly } from "./redocly.ts";

const { resolve } = createRequire(import.meta.url);

/** The script Redoc's pages run, as the CLI carries it: the one its pages load from the maker's host. */
export function shippedScript(): string {
  return readFileSync(resolve("@redocly/cli/lib/chunks/redoc.standalone.js"), "utf8");
}

/**
 * Renders a document with `redocly build-docs`.
 *
 * @param template the page around it, with `{{{redocHead}}}` and `{{{redocHTML}}}` where Redoc's own parts go.
 * @throws Error with what the CLI printed, where it fails.
 */
export function buildDocs(document: OpenApiDocument, template: string): string {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-docs-"));
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file("openapi.json"), JSON.stringify(document));
    writeFileSync(file("page.hbs"), template);
    const options = ["--template", file("page.hbs"), "--output", file("out.html")];
    const { status, stderr } = redocly("build-docs", [file("openapi.json"), ...options]);
    if (status !== 0) throw new Error(`redocly build-docs failed:\n${stderr}`);
    return readFileSync(file("out.html"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
