import {
  type Exchange,
  fixtureSize,
  fixturesOf,
  type OpenApiDocument,
  operations,
  type Refusal,
  valueAt,
} from "@image-apis/spec";
import type { Wanted } from "./check.ts";
import type { Mutation } from "./mutation.ts";

/**
 * Picks the exchanges that a mutation is likely to break: those of the operations it touches.
 */
export function isNear(
  original: OpenApiDocument,
  changed: OpenApiDocument,
  { pointer }: Mutation,
): Wanted {
  const touched = new Set([...touchedBy(pointer, original), ...touchedBy(pointer, changed)]);
  return (it) => touched.has(it.operationId);
}

/** The operations that hold what a pointer names, or refer to it. */
function touchedBy(pointer: string, document: OpenApiDocument): string[] {
  const [, root, kind, name] = pointer.split("/");
  const wanted = root === "components" ? `/components/${kind}/${name}` : undefined;
  return operations(document)
    .filter((operation) => {
      if (wanted === undefined) return isAlong(pointer, operation.pointer) || root === "servers";
      return kind === "securitySchemes" || refersTo(document, operation.pointer, wanted, new Set());
    })
    .map(({ operationId }) => operationId);
}

function isAlong(pointer: string, operation: string): boolean {
  return `${pointer}/`.startsWith(`${operation}/`) || `${operation}/`.startsWith(`${pointer}/`);
}

function refersTo(
  document: OpenApiDocument,
  from: string,
  wanted: string,
  seen: Set<string>,
): boolean {
  const text = JSON.stringify(valueAt(document, from) ?? null);
  const references = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, target = ""]) => target);
  return references.some((target) => {
    if (target === wanted) return true;
    if (seen.has(target)) return false;
    seen.add(target);
    return refersTo(document, target, wanted, seen);
  });
}

const largeBytes = 5_000_000;

/** Whether an exchange sends so large a file that sending it for every mutation would take hours. */
export function sendsLargeFile({ request: { body } }: Exchange | Refusal): boolean {
  return fixturesOf(body).some((name) => fixtureSize(name) > largeBytes);
}
