import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Bundle, perFile, readSources, type Sources } from "@image-apis/spec/generator";
import { type Config, loadConfig } from "@redocly/openapi-core";
import { openApi } from "./api.ts";
import { unusedConditions } from "./conditions.ts";
import { type Finding, inOrder, isError } from "./finding.ts";
import { secretsIn } from "./secrets.ts";
import { shapeFaults } from "./shape.ts";
import { lintSource } from "./spectral.ts";
import { syntaxErrors } from "./syntax.ts";
import { unfinishedTexts } from "./to-do.ts";

/** What a linter finds in the documents at one moment. */
export interface LintResult {
  findings: Finding[];
  /** How many documents and how many files were linted. */
  documents: number;
  files: number;
  /** Every API as other packages read it; empty where an error was found. */
  bundles: Bundle[];
  /** The text of every file that was linted. */
  sources: Sources;
}

/** Lints the documents of a repository as they are written at this moment. */
export function lintRepository(repository: string): Promise<LintResult> {
  return openLinter(repository)();
}

/**
 * A linter that checks the documents of a repository at every call: each API of its redocly.yaml with Redocly, its
 * bundle with Spectral and by its provenance, each source file by itself, and the text of everything under spec/.
 * A file that is not YAML, or not of the shape of its kind, ends it there. What did not change since the last call is not checked again.
 */
export function openLinter(repository: string): () => Promise<LintResult> {
  const configPath = join(repository, "redocly.yaml");
  const layout = perFile((source) => lintSource(repository, source));
  const apis = new Map<string, ReturnType<typeof openApi>>();
  let sources: Sources | undefined;
  let settings: { text: string; config: Config } | undefined;

  return async () => {
    sources = readSources(repository, sources);
    const text = readFileSync(configPath, "utf8");
    if (settings?.text !== text) {
      settings = { text, config: await loadConfig({ configPath }) };
      apis.clear();
    }
    const { config } = settings;
    const keys = Object.entries(config.resolvedConfig.apis ?? {});
    const found = (findings: Finding[], bundles: Bundle[] = []) => ({
      findings: inOrder(findings),
      bundles,
      documents: keys.length,
      files: current.size,
      sources: current,
    });
    const current = sources;
    const files = [...current.values()];
    const yaml = files.filter(({ file }) => file.endsWith(".yaml"));
    const unreadable = files
      .filter(({ file, isLink }) => isLink || /\.(yaml|json)$/.test(file))
      .flatMap(syntaxErrors);
    if (unreadable.length > 0) return found(unreadable);
    const misshapen = yaml.flatMap(shapeFaults);
    if (misshapen.length > 0) return found(misshapen);

    const findings = [...files.flatMap(secretsIn), ...yaml.flatMap(unfinishedTexts)];
    const bundles: Bundle[] = [];
    for (const [api, { root }] of keys) {
      const lintApi = apis.get(api) ?? openApi(repository, api);
      apis.set(api, lintApi);
      const result = await lintApi(config, root, current);
      findings.push(...result.findings);
      if (result.bundle !== undefined) bundles.push(result.bundle);
      const folder = `${dirname(root)}/`;
      for (const source of yaml) {
        if (source.file.startsWith(folder)) findings.push(...(await layout(source)));
      }
    }
    if (bundles.length === keys.length) {
      const documents = bundles.map(({ document }) => document);
      findings.push(...unusedConditions(current, documents));
    }
    return found(findings, findings.some(isError) ? [] : bundles);
  };
}
