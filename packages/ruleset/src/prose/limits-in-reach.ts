import { follow, isObject, type JsonObject, list, objectAt, type Path } from "../json.ts";
import { isBinary } from "../schema-nodes.ts";
import type { Prose } from "./prose.ts";

/** The limits that a sentence can be about. */
export interface Limits {
  /** In bytes. */
  sizes: Set<number>;
  /** How many files a request takes. */
  files: Set<number>;
  mediaTypes: Set<string>;
}

const none = (): Limits => ({ sizes: new Set(), files: new Set(), mediaTypes: new Set() });

/** The limits of what a sentence describes; where that has none, those of the whole document. */
export function limitsInReach(document: unknown, { path, subject }: Prose): Limits {
  const near = none();
  const [root, first, second] = path;
  if (root === "paths" && typeof first === "string" && typeof second === "string") {
    const operation = objectAt(document, "paths", first, second);
    const body = follow(document, operation.requestBody, []).node;
    collect(document, body.content, near);
  } else if (root === "components" && first === "schemas") collect(document, subject, near);
  const all = allLimits(document);
  return {
    sizes: near.sizes.size > 0 ? near.sizes : all.sizes,
    files: near.files.size > 0 ? near.files : all.files,
    mediaTypes: near.mediaTypes,
  };
}

const ofDocument = new WeakMap<object, Limits>();

function allLimits(document: unknown): Limits {
  if (!isObject(document)) return none();
  let found = ofDocument.get(document);
  if (found === undefined) {
    found = none();
    collect(document, document, found);
    // That a body is one file bounds nothing else.
    if (Math.max(...found.files) === 1) found.files.clear();
    ofDocument.set(document, found);
  }
  return found;
}

function collect(document: unknown, start: unknown, into: Limits): void {
  const seen = new Set<unknown>();
  const walk = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item, path);
    }
    if (!isObject(node)) return;
    const { node: target } = follow(document, node, path);
    if (seen.has(target)) return;
    seen.add(target);
    add(target, into);
    for (const [key, inner] of Object.entries(target)) {
      if (key !== "examples" && !key.startsWith("x-")) walk(inner, path);
    }
  };
  walk(start, []);
}

function add(schema: JsonObject, into: Limits): void {
  const limits = objectAt(schema["x-limits"]);
  for (const key of ["minBytes", "maxBytes"]) {
    if (typeof limits[key] === "number") into.sizes.add(limits[key]);
  }
  for (const key of ["minFiles", "maxFiles"]) {
    if (typeof limits[key] === "number") into.files.add(limits[key]);
  }
  if (isBinary(schema) && !("maxFiles" in limits)) into.files.add(1);
  for (const it of list(limits.mediaTypes)) into.mediaTypes.add(String(it));
}
