import { posix } from "node:path";
import { circles } from "./circles.ts";
import { type Reference, referencesIn } from "./references.ts";

/** A package as far as its place among the others is concerned. */
export interface PackageNode {
  name: string;
  /** From the root of the repository, with `/`. */
  folder: string;
  /** The packages that its package.json names, for use or for development. */
  needs: readonly string[];
}

/** A repository, as text. */
export interface Structure {
  /** The packages from makers to users: each may import those before it. */
  order: readonly string[];
  packages: readonly PackageNode[];
  /** The text of every source file, by its path from the root of the repository. */
  files: ReadonlyMap<string, string>;
}

/** Everything in which a repository breaks its plan, as sentences that begin with the place. */
export function structureFaults(structure: Structure): string[] {
  const references = [...structure.files].flatMap(([file, text]) =>
    referencesIn(file, text).map((reference) => ({ file, reference })),
  );
  return [
    ...unplaced(structure),
    ...references.flatMap(({ file, reference }) =>
      reference.specifier.startsWith(".")
        ? pathFaults(structure, file, reference)
        : nameFaults(structure, file, reference),
    ),
    ...declaredFaults(structure),
    ...fileCircles(references),
  ];
}

function unplaced({ packages, order }: Structure): string[] {
  return packages
    .filter(({ folder }) => !order.includes(folder))
    .map(({ folder }) => `${folder} has no place in the order of packages.`);
}

/** The only package that reads what designers write. */
const loader = "packages/spec";

/** A relative path stays in its package, or leads to the root of the repository or a file in it. */
function pathFaults(structure: Structure, file: string, { specifier, line }: Reference): string[] {
  const target = posix.join(posix.dirname(file), specifier).replace(/\/$/, "");
  const from = ownerOf(structure, file);
  const to = ownerOf(structure, target);
  if (from === to && from !== undefined) return [];
  const isRoot = to === undefined && !target.includes("/") && target !== "spec";
  if (isRoot) return [];
  const isDocuments = to === undefined && /^spec(\/|$)/.test(target);
  if (isDocuments && from?.folder === loader) return [];
  const instead = to === undefined ? "@image-apis/spec" : to.name;
  return [`${file}:${line} reaches into ${target}. Import ${instead} by an export instead.`];
}

/** A package of ours is declared, and stands before the one that imports it. */
function nameFaults(structure: Structure, file: string, { specifier, line }: Reference): string[] {
  const from = ownerOf(structure, file);
  const name = specifier.split("/").slice(0, 2).join("/");
  const to = structure.packages.find((it) => it.name === name);
  if (from === undefined || to === undefined || from === to) return [];
  const faults: string[] = [];
  if (!from.needs.includes(name)) {
    faults.push(
      `${file}:${line} imports ${name}, which ${from.folder}/package.json does not name.`,
    );
  }
  return [...faults, ...arrowFaults(structure, from, to, `${file}:${line}`)];
}

function arrowFaults({ order }: Structure, from: PackageNode, to: PackageNode, place: string) {
  if (isApp(from) && isApp(to)) {
    return [`${place} imports ${to.name}: an app imports no other app.`];
  }
  if (order.indexOf(to.folder) < order.indexOf(from.folder)) return [];
  return [`${place} imports ${to.name}, which is made after ${from.name}.`];
}

const isApp = ({ folder }: PackageNode) => folder.startsWith("apps/");

/** Since no arrow points up, packages need each other nowhere. */
function declaredFaults(structure: Structure): string[] {
  const { packages } = structure;
  return packages.flatMap((from) =>
    packages
      .filter((to) => to !== from && from.needs.includes(to.name))
      .flatMap((to) => arrowFaults(structure, from, to, `${from.folder}/package.json`)),
  );
}

function fileCircles(references: { file: string; reference: Reference }[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { file, reference } of references) {
    const { specifier, isModule, isType } = reference;
    if (!isModule || isType || !specifier.startsWith(".")) continue;
    const needs = graph.get(file) ?? new Set();
    graph.set(file, needs.add(posix.join(posix.dirname(file), specifier)));
  }
  return circles(graph).map((way) => `Files need each other: ${way.join(", ")}.`);
}

function ownerOf({ packages }: Structure, path: string): PackageNode | undefined {
  return packages.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
}
