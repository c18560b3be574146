import type { OpenApiDocument } from "./document.ts";
import { isObject, type Json } from "./json.ts";

/**
 * An OpenAPI Overlay 1.x that only adds: each action merges `update` into the object its target names. A target is a
 * JSONPath of names and indexes (`$.info`, `$.paths['/a/b'].get`, `$.servers[0]`), without wildcards or filters.
 */
export interface Overlay {
  overlay: string;
  info: { title: string; version: string };
  actions: OverlayAction[];
}

export interface OverlayAction {
  target: string;
  description?: string;
  update: Record<string, Json>;
}

/** A target that names nothing that can be added to, and where it stands in the overlay. */
export interface OverlayFault {
  action: number;
  message: string;
}

const step = /\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/y;

/** The names and indexes of a target, or `undefined` for one that is not of the supported form. */
export function targetSteps(target: string): string[] | undefined {
  if (!target.startsWith("$")) return undefined;
  const steps: string[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < target.length) {
    const found = step.exec(target);
    if (found === null) return undefined;
    steps.push(found[1] ?? found[2] ?? found[3] ?? "");
  }
  return steps;
}

/** Every action whose target is of another form, or names no object of the document. */
export function overlayFaults(document: OpenApiDocument, { actions }: Overlay): OverlayFault[] {
  return actions.flatMap(({ target, update }, action) => {
    const steps = targetSteps(target);
    if (steps === undefined) {
      const message = `${target} is not a supported target. Write names and indexes: $.paths['/a'].get, $.servers[0].`;
      return [{ action, message }];
    }
    for (let depth = 0; depth <= steps.length; depth++) {
      if (nodeAt(document, steps.slice(0, depth)) !== undefined) continue;
      return [{ action, message: `${target} names nothing: there is no ${steps[depth - 1]}.` }];
    }
    // An addition to properties is for those that there are.
    const properties = steps.at(-1) === "properties" ? nodeAt(document, steps) : undefined;
    return Object.keys(update)
      .filter((name) => properties !== undefined && !Object.hasOwn(properties, name))
      .map((name) => ({ action, message: `${target} has no property ${name}.` }));
  });
}

/**
 * A copy of a document with an overlay's additions.
 *
 * @throws Error When a target names nothing.
 */
export function applyOverlay(source: OpenApiDocument, overlay: Overlay): OpenApiDocument {
  const [fault] = overlayFaults(source, overlay);
  if (fault !== undefined) throw new Error(`Action ${fault.action + 1}: ${fault.message}`);
  const document = structuredClone(source);
  for (const { target, update } of overlay.actions) {
    const node = nodeAt(document, targetSteps(target) ?? []);
    if (node !== undefined) merge(node, update);
  }
  return document;
}

/** The object or list that steps lead to. */
function nodeAt(document: object, steps: readonly string[]): Record<string, unknown> | undefined {
  let node: unknown = document;
  for (const it of steps) {
    if (node === null || typeof node !== "object" || !Object.hasOwn(node, it)) return undefined;
    node = (node as Record<string, unknown>)[it];
  }
  return node !== null && typeof node === "object" ? (node as Record<string, unknown>) : undefined;
}

function merge(node: Record<string, unknown>, update: Record<string, Json>): void {
  for (const [key, value] of Object.entries(update)) {
    const known = node[key];
    if (isObject(known) && isObject(value)) merge(known, value);
    else node[key] = structuredClone(value);
  }
}
