import { dirname, join } from "node:path";
import { type Config, loadConfig } from "@redocly/openapi-core";
import { locate } from "../build/locations.ts";
import type { SourceLocation } from "../src/apis.ts";
import type { OpenApiDocument } from "../src/document.ts";
import { type TextFile, textFiles } from "./files.ts";
import { type Finding, inOrder } from "./finding.ts";
import { unprovenStatements } from "./provenance.ts";
import { redoclyOpinion } from "./redocly.ts";
import { secretsIn } from "./secrets.ts";
import { lintBundle, lintSource } from "./spectral.ts";
import { syntaxErrors } from "./syntax.ts";
import { unreferencedFiles } from "./unreferenced.ts";

/** What was found, and in how much. */
export interface LintResult {
  findings: Finding[];
  documents: number;
  files: number;
}

/**
 * Lints the documents of a repository as they are written at this moment: each API of its redocly.yaml with
 * Redocly, its bundle with Spectral and by its provenance, each source file by itself, and the text of everything
 * under spec/. A file that is no YAML ends it there.
 */
export async function lintRepository(repository: string): Promise<LintResult> {
  const config = await loadConfig({ configPath: join(repository, "redocly.yaml") });
  const apis = Object.entries(config.resolvedConfig.apis ?? {});
  const files = textFiles(repository, "spec");
  const counts = { documents: apis.length, files: files.length };
  const unreadable = files.filter(({ file }) => file.endsWith(".yaml")).flatMap(syntaxErrors);
  if (unreadable.length > 0) return { findings: inOrder(unreadable), ...counts };
  const findings: Finding[] = [];

  for (const [api, { root }] of apis) {
    findings.push(...(await lintApi(repository, config.forAlias(api), api, root, files)));
    const folder = `${dirname(root)}/`;
    for (const source of files) {
      if (!source.file.startsWith(folder) || !source.file.endsWith(".yaml")) continue;
      findings.push(...(await lintSource(repository, source)));
    }
  }
  for (const file of files) findings.push(...secretsIn(file));
  return { findings: inOrder(findings), ...counts };
}

async function lintApi(
  repository: string,
  config: Config,
  api: string,
  root: string,
  files: TextFile[],
): Promise<Finding[]> {
  const { findings, document } = await redoclyOpinion(repository, config, join(repository, root));
  // Without its file a component cannot be located; the layout rules say which one that is.
  if (document === undefined || !hasFiles(document, dirname(root), files)) return findings;
  const locations = locate(repository, join(repository, root), document);
  const place = locator(root, locations);
  return [
    ...findings,
    ...(await lintBundle(document, place)),
    ...unreferencedFiles(dirname(root), files, locations),
    ...unprovenStatements(repository, api, document, files, place),
  ];
}

function hasFiles(document: OpenApiDocument, folder: string, files: TextFile[]): boolean {
  const known = new Set(files.map(({ file }) => file));
  return Object.entries(document.components).every(([kind, components]) =>
    Object.keys(components).every((name) => known.has(`${folder}/components/${kind}/${name}.yaml`)),
  );
}

/** Finds the source of a pointer into the bundle; of one too deep, the nearest ancestor's. */
function locator(root: string, locations: Record<string, SourceLocation>) {
  return (pointer: string): SourceLocation => {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = locations[at];
      if (found !== undefined) return found;
    }
    return { file: root, line: 1, column: 1 };
  };
}
