import { isAbsolute, join, relative } from "node:path";
import type { OpenApiDocument } from "@image-apis/spec";
import type { Sources } from "@image-apis/spec/generator";
import {
  BaseResolver,
  bundle,
  type Config,
  getLineColLocation,
  lint,
  type NormalizedProblem,
  Source,
} from "@redocly/openapi-core";
import type { Finding } from "./finding.ts";

/** What Redocly finds in one document, and its bundle where nothing prevents one. */
export interface RedoclyResult {
  findings: Finding[];
  document: OpenApiDocument | undefined;
}

/** Reads what was read already, and from the disk only what lies elsewhere. */
class SourceResolver extends BaseResolver {
  readonly #repository: string;
  readonly #sources: Sources;

  constructor(repository: string, config: Config, sources: Sources) {
    super(config.resolve);
    this.#repository = repository;
    this.#sources = sources;
  }

  override async loadExternalRef(address: string): Promise<Source> {
    const known = this.#sources.get(relative(this.#repository, address).replaceAll("\\", "/"));
    if (known === undefined) return super.loadExternalRef(address);
    return new Source(address, known.text.replaceAll("\r\n", "\n"));
  }
}

/** Lints and bundles the document of a root file under the configuration's rules. */
export async function lintWithRedocly(
  repository: string,
  config: Config,
  root: string,
  sources: Sources,
): Promise<RedoclyResult> {
  const rootFile = join(repository, root);
  const externalRefResolver = new SourceResolver(repository, config, sources);
  const options = { config, ref: rootFile, externalRefResolver };
  const problems = await lint(options);
  const bundled = await bundle(options);
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
    severity: "error",
    rule: problem.ruleId,
    message: problem.message.replaceAll(repository, "").replace(/\s+/g, " ").trim() + suggestion,
    page: problem.reference,
  };
}
