import { dirname } from "node:path";
import type { OpenApiDocument, SourceLocation } from "@image-apis/spec";
import {
  type Bundle,
  completeBundle,
  conditionsFile,
  filesBelow,
  fixturesFile,
  locate,
  type Sources,
  type TextFile,
} from "@image-apis/spec/generator";
import type { Config } from "@redocly/openapi-core";
import { unknownConditions } from "./conditions.ts";
import { overclaimingExchanges } from "./exchange-evidence.ts";
import { exchangeFaults } from "./exchanges.ts";
import type { Finding } from "./finding.ts";
import { overlayFindings } from "./overlay.ts";
import { atItsWords, isAboutProse } from "./prose-location.ts";
import { unprovenStatements } from "./provenance.ts";
import { lintWithRedocly } from "./redocly.ts";
import { eachMistakeOnce } from "./same-mistake.ts";
import { lintBundle } from "./spectral.ts";
import { unreferencedFiles } from "./unreferenced.ts";

/** What was found in one API as a whole, and the API where it can be put together. */
interface ApiResult {
  findings: Finding[];
  bundle: Bundle | undefined;
}

/** The document by itself, without the exchanges and the evidence beside it. */
interface DocumentResult {
  findings: Finding[];
  /** `undefined` where there is no bundle, or a component of it cannot be located. */
  known:
    | { document: OpenApiDocument; locations: Record<string, SourceLocation>; locate: Locator }
    | undefined;
}

type Locator = (pointer: string) => SourceLocation;

/** What stands beside the document of an API and is no part of it. */
const beside = /^(exchanges|refusals|sources)\/|^(provenance|client\.overlay|coverage)\.yaml$/;

/** Lints one API at every call; an API of which no file changed is not linted again. */
export function openApi(repository: string, api: string) {
  const documentOf = whileSame((config: Config, root: string, sources: Sources) =>
    lintDocument(repository, config.forAlias(api), root, sources),
  );
  const lintFiles = whileSame(async (config: Config, root: string, sources: Sources) => {
    const folder = `${dirname(root)}/`;
    const files = filesBelow(sources, folder);
    const own = files.filter(({ file }) => !beside.test(file.slice(folder.length)));
    const { findings: found, known } = await documentOf(own, config, root, sources);
    const findings = namesFirst(found).map((it) => atItsWords(it, files));
    if (known === undefined) return { findings, bundle: undefined };
    const { document, locations, locate } = known;
    const isOpenApi = !findings.some(({ rule }) => rule === "struct");
    const conditions = isOpenApi ? unknownConditions(sources, document, locate) : [];
    const wrong = new Set([...found.filter(isAboutProse), ...conditions].map(placeOf));
    const isWrong = (start: SourceLocation) => wrong.has(placeOf(start));
    // What a document says can be compared when it has the shape of one.
    const unproven = isOpenApi
      ? unprovenStatements(sources, api, document, files, locate, isWrong)
      : [];
    const said = isOpenApi ? [...overlayFindings(sources, api, document), ...conditions] : [];
    // An operation under a wrong name would be missed by every exchange of its folder.
    const misnamed = findings.length === 0 ? exchangeFaults(sources, api, document) : [];
    // What an exchange claims is compared with the provenance when both can be trusted.
    const isSound = findings.length + unproven.length + said.length + misnamed.length === 0;
    const overclaiming = isSound ? overclaimingExchanges(sources, api, document) : [];
    const around = [...unproven, ...said, ...misnamed, ...overclaiming];
    const isWhole = findings.length + around.length === 0;
    return {
      findings: [...findings, ...around],
      bundle: isWhole ? completeBundle(sources, api, document, locations) : undefined,
    };
  });
  return (config: Config, root: string, sources: Sources): Promise<ApiResult> =>
    lintFiles(
      [
        ...filesBelow(sources, `${dirname(root)}/`),
        ...[conditionsFile, fixturesFile, fixturesFile].flatMap((file) => sources.get(file) ?? []),
      ],
      config,
      root,
      sources,
    );
}

/** Texts are held against names that hold: a wrong operationId is one slip, not one in each text that has the right one. */
function namesFirst(findings: Finding[]): Finding[] {
  const isMisnamed = findings.some(({ rule }) => rule === "operation-id-verb");
  return isMisnamed ? findings.filter(({ rule }) => rule !== "prose-name") : findings;
}

const placeOf = ({ file, line }: SourceLocation) => `${file}:${line}`;

async function lintDocument(
  repository: string,
  config: Config,
  root: string,
  sources: Sources,
): Promise<DocumentResult> {
  const { findings, document } = await lintWithRedocly(repository, config, root, sources);
  // Without its file a component cannot be located; the layout rules say which one that is.
  if (document === undefined || !hasFiles(document, dirname(root), sources)) {
    return { findings, known: undefined };
  }
  const locations = locate(sources, root, document);
  const place = locator(root, locations);
  return {
    findings: [
      ...eachMistakeOnce(findings, await lintBundle(document, place)),
      ...unreferencedFiles(dirname(root), sources, locations),
    ],
    known: { document, locations, locate: place },
  };
}

function hasFiles(document: OpenApiDocument, folder: string, sources: Sources): boolean {
  return Object.entries(document.components).every(([kind, components]) =>
    Object.keys(components).every((name) =>
      sources.has(`${folder}/components/${kind}/${name}.yaml`),
    ),
  );
}

/** Finds the source of a pointer into the bundle; of one too deep, the nearest ancestor's. */
function locator(root: string, locations: Record<string, SourceLocation>): Locator {
  return (pointer) => {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = locations[at];
      if (found !== undefined) return found;
    }
    return { file: root, line: 1, column: 1 };
  };
}

/** Does work again only when other files are given than the last time. */
function whileSame<Inputs extends unknown[], Result>(work: (...inputs: Inputs) => Promise<Result>) {
  let last: { files: readonly TextFile[]; result: Promise<Result> } | undefined;
  return (files: readonly TextFile[], ...inputs: Inputs): Promise<Result> => {
    const isSame =
      last?.files.length === files.length && files.every((it, index) => it === last?.files[index]);
    if (last === undefined || !isSame) last = { files, result: work(...inputs) };
    return last.result;
  };
}
