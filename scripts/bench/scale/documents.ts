import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiNames, loadDocument, operations } from "@image-apis/spec";
import { copyDocuments } from "@image-apis/testing/documents";
import { parse, stringify } from "yaml";
import type { Scaled } from "./steps.ts";

const api = "capillary";

interface PathItem {
  [method: string]: { operationId: string };
}

/**
 * Writes a repository with at least so many operations: ours, and those of one API again and again under further paths
 * and names, each with its statements. What an operation responds with is copied too, so that the components grow with
 * the operations.
 */
export function writeScaled(count: number): Scaled {
  const folder = mkdtempSync(join(tmpdir(), "scale-"));
  copyDocuments(folder);
  const all = apiNames().flatMap((it) => operations(loadDocument(it))).length;
  const own = operations(loadDocument(api)).length;
  const copies = Math.max(0, Math.ceil((count - all) / own));
  const root = parse(read(folder, `spec/${api}/openapi.yaml`));
  const provenance = parse(read(folder, `spec/${api}/provenance.yaml`));
  const paths = Object.entries<{ $ref: string }>(root.paths);
  const statements: object[] = [...provenance.statements];
  for (let copy = 1; copy <= copies; copy++) {
    const names = copySchemas(folder, copy, statements, provenance.statements);
    for (const [path, { $ref }] of paths) {
      const file = $ref.replace("paths/", `paths/copy${copy}_`);
      const text = names.reduce(
        (all, name) => all.replaceAll(`schemas/${name}.yaml`, `schemas/${name}Copy${copy}.yaml`),
        read(folder, `spec/${api}/${$ref}`),
      );
      const item: PathItem = parse(text);
      for (const operation of Object.values(item)) {
        if ("operationId" in operation) operation.operationId += `Copy${copy}`;
      }
      write(folder, `spec/${api}/${file}`, item);
      root.paths[`/copy${copy}${path}`] = { $ref: file };
    }
    statements.push(
      ...copiesOf(provenance.statements, "/paths/", (at) =>
        at.replace("/paths/", `/paths/~1copy${copy}`),
      ),
    );
  }
  write(folder, `spec/${api}/openapi.yaml`, root);
  write(folder, `spec/${api}/provenance.yaml`, { ...provenance, statements });
  return { folder, operations: all + own * copies };
}

interface Statement {
  kind: string;
  at: string | string[];
  says?: string;
}

/** The component schemas that the paths refer to, under further names. */
function copySchemas(folder: string, copy: number, statements: object[], all: Statement[]) {
  const { paths, components } = loadDocument(api);
  const used = JSON.stringify(paths);
  const names = Object.keys(components.schemas ?? {}).filter((it) =>
    used.includes(`"#/components/schemas/${it}"`),
  );
  for (const name of names) {
    const at = `spec/${api}/components/schemas`;
    cpSync(join(folder, at, `${name}.yaml`), join(folder, at, `${name}Copy${copy}.yaml`));
  }
  statements.push(
    ...copiesOf(
      all,
      "/components/schemas/",
      (at) => at.replace(/^(\/components\/schemas\/\w+)/, `$1Copy${copy}`),
      (at) => names.some((name) => isOf(at, name)),
    ),
  );
  return names;
}

const isOf = (pointer: string, name: string) =>
  pointer === `/components/schemas/${name}` || pointer.startsWith(`/components/schemas/${name}/`);

/** Statements of copied places. No page says them, so that they are conclusions. */
function copiesOf(
  all: Statement[],
  prefix: string,
  move: (at: string) => string,
  isCopied: (at: string) => boolean = () => true,
): object[] {
  return all.flatMap((statement) => {
    const at = [statement.at].flat().filter((it) => it.startsWith(prefix) && isCopied(it));
    if (at.length === 0) return [];
    const { kind, says } = statement;
    return [{ kind, says, at: at.map(move), source: [], status: "inferred", why: "A copy." }];
  });
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

function write(folder: string, file: string, value: unknown): void {
  const path = join(folder, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }));
}
