import { join } from "node:path";
import bundleRules from "@image-apis/ruleset";
import layoutRules from "@image-apis/ruleset/layout";
import { type OpenApiDocument, type SourceLocation, toPointer } from "@image-apis/spec";
import type { TextFile } from "@image-apis/spec/generator";
import {
  Document,
  type ISpectralDiagnostic,
  type RulesetDefinition,
  Spectral,
} from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { Resolver } from "@stoplight/spectral-ref-resolver";
import { oas } from "@stoplight/spectral-rulesets";
import { documentationRules } from "./documentation-rules.ts";
import type { Finding } from "./finding.ts";

const bundles = new Spectral();
bundles.setRuleset({
  extends: [[oas as RulesetDefinition, "all"], [documentationRules, "all"], bundleRules],
});

/** Sees one file at a time: a reference stays what is written there. */
const sources = new Spectral({
  resolver: new Resolver({ dereferenceInline: false, dereferenceRemote: false }),
});
sources.setRuleset(layoutRules);

/** Lints a bundled document with every rule of Spectral's two rulesets and ours, and names the sources. */
export async function lintBundle(
  document: OpenApiDocument,
  locate: (pointer: string) => SourceLocation,
): Promise<Finding[]> {
  const text = JSON.stringify(document);
  const results = await bundles.run(new Document(text, parsers.Json, "bundle.json"));
  return results.map((result) => ({ ...locate(toPointer(result.path)), ...describe(result) }));
}

/** Lints one source file by itself with the layout rules. */
export async function lintSource(repository: string, source: TextFile): Promise<Finding[]> {
  const document = new Document(source.text, parsers.Yaml, join(repository, source.file));
  const results = await sources.run(document, { ignoreUnknownFormat: true });
  return results.map((result) => ({
    file: source.file,
    line: result.range.start.line + 1,
    column: result.range.start.character + 1,
    ...describe(result),
  }));
}

function describe(result: ISpectralDiagnostic & { documentationUrl?: string }) {
  const rule = String(result.code);
  const isOurs = [bundleRules, layoutRules].some((own) => "rules" in own && rule in own.rules);
  return {
    rule,
    // A rule that is on holds; Spectral's warnings, infos and hints are no less.
    severity: "error" as const,
    message: result.message,
    page: isOurs ? `packages/ruleset/docs/${rule}.md` : result.documentationUrl,
  };
}
