import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "@image-apis/spec";

const { resolve } = createRequire(import.meta.url);
const cli = resolve("@redocly/cli/bin/cli.js");
const config = fileURLToPath(new URL("../../../redocly.yaml", import.meta.url));

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
    const options = [
      "--config",
      config,
      "--template",
      file("page.hbs"),
      "--output",
      file("out.html"),
    ];
    execFileSync(process.execPath, [cli, "build-docs", file("openapi.json"), ...options], {
      stdio: "pipe",
      env: {
        ...process.env,
        DO_NOT_TRACK: "1",
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      },
    });
    return readFileSync(file("out.html"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
