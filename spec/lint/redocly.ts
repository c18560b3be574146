import { isAbsolute, relative } from "node:path";
import {
  BaseResolver,
  bundle,
  type Config,
  getLineColLocation,
  lint,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import type { OpenApiDocument } from "../src/document.ts";
import type { Finding } from "./finding.ts";

/** Redocly's opinion of one document, and its bundle where nothing prevents one. */
export interface Opinion {
  findings: Finding[];
  document: OpenApiDocument | undefined;
}

/** Lints and bundles the document of a root file under the configuration's rules. */
export async function redoclyOpinion(
  repository: string,
  config: Config,
  rootFile: string,
): Promise<Opinion> {
  const sources = { config, ref: rootFile, externalRefResolver: new BaseResolver(config.resolve) };
  const problems = await lint(sources);
  const bundled = await bundle(sources);
  return {
    // What stops the bundler, lint has usually named already.
    findings: (problems.length > 0 ? problems : bundled.problems)
      .filter(({ ignored }) => ignored !== true)
      .map((problem) => toFinding(repository, rootFile, problem)),
    document:
      bundled.problems.length === 0 ? (bundled.bundle.parsed as OpenApiDocument) : undefined,
  };
}

function toFinding(repository: string, rootFile: string, problem: NormalizedProblem): Finding {
  const [location] = problem.location;
  const start = location && getLineColLocation(location).start;
  const path = location?.source.absoluteRef ?? rootFile;
  const suggestion = problem.suggest.length > 0 ? ` Did you mean ${problem.suggest[0]}?` : "";
  return {
    file: (isAbsolute(path) ? relative(repository, path) : path).replaceAll("\\", "/"),
    line: start?.line ?? 1,
    column: start?.col ?? 1,
    severity: problem.severity === "warn" ? "warning" : "error",
    rule: problem.ruleId,
    message: problem.message.replaceAll(repository, "").replace(/\s+/g, " ").trim() + suggestion,
    page: problem.reference,
  };
}
