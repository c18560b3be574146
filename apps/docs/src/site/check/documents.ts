import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceLocations, toPointer } from "@image-apis/spec";
import type { Api } from "../api.ts";
import { redocly } from "../redoc/redocly.ts";

/**
 * @throws Error with file and line of every example that its schema refuses, and of every tag that Redoc would leave
 * out with its operations, because it stands in no group or in several.
 */
export function failOnFaultyDocuments(apis: readonly Api[]): void {
  const faults = [...apis.flatMap(ungroupedTags), ...apis.flatMap(refusedExamples)];
  if (faults.length > 0) throw new Error([...new Set(faults)].join("\n"));
}

function ungroupedTags({ name, document }: Api): string[] {
  // The cast: an extension that only Redoc reads.
  const { "x-tagGroups": groups = [] } = document as { "x-tagGroups"?: { tags: string[] }[] };
  const grouped = groups.flatMap(({ tags }) => tags);
  return document.tags.flatMap((tag, index) => {
    const times = grouped.filter((it) => it === tag.name).length;
    if (times === 1) return [];
    const place = placeOf(name, toPointer(["tags", String(index)]));
    return [
      `${place}: the tag "${tag.name}" stands in ${times} groups of x-tagGroups, not in one.`,
    ];
  });
}

/** What of a report of `redocly lint --format json` is read here. */
interface Report {
  problems: { message: string; location: { pointer: string }[] }[];
}

function refusedExamples({ name, document }: Api): string[] {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-docs-"));
  try {
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(document));
    const { stdout, stderr } = redocly("lint", [file, "--format", "json"]);
    if (!stdout.startsWith("{")) throw new Error(`redocly lint failed:\n${stderr}`);
    const { problems } = JSON.parse(stdout) as Report;
    return problems.flatMap(({ message, location }) =>
      location
        .slice(0, 1)
        .map(({ pointer }) => `${placeOf(name, pointer.replace(/^#/, ""))}: ${message}`),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function placeOf(api: string, pointer: string): string {
  const { file, line } = sourceLocations(api)(pointer);
  return `${file}:${line}`;
}
