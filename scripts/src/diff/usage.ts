import type { OpenApiDocument } from "@image-apis/spec";
import { operations } from "@image-apis/spec";
import type { Path } from "./difference.ts";

/** Which operations a place of a document is about, and which way its values travel. */
export interface Usage {
  operations: string[];
  isSent: boolean;
  isReceived: boolean;
}

/** Finds the usage of places in either of two documents: what one of them dropped is in the other. */
export function usages(documents: readonly OpenApiDocument[]): (path: Path) => Usage {
  const known = documents.flatMap(ofDocument);
  return (path) => {
    const own = known.filter(({ place }) => place.every((token, index) => token === path[index]));
    return {
      operations: [...new Set(own.map(({ operationId }) => operationId))].sort(),
      isSent: own.some(({ way }) => way !== "received" && isSentPart(path)),
      isReceived: own.some(({ way }) => way === "received") || path.includes("responses"),
    };
  };
}

const isSentPart = (path: Path) => !path.includes("responses");

interface Use {
  operationId: string;
  place: Path;
  way: "sent" | "received" | "own";
}

/** The operation itself, and every component it reaches. */
function ofDocument(document: OpenApiDocument): Use[] {
  return operations(document).flatMap(({ operationId, path, method }) => {
    const item = document.paths[path];
    const { responses, ...rest } = item?.[method] ?? { responses: {} };
    const sent = reached(document, [rest, item?.parameters]);
    const received = reached(document, responses);
    return [
      { operationId, place: ["paths", path, method], way: "own" as const },
      ...[...sent].map((it) => ({
        operationId,
        place: it.split("/").slice(1),
        way: "sent" as const,
      })),
      ...[...received].map((it) => ({
        operationId,
        place: it.split("/").slice(1),
        way: "received" as const,
      })),
    ];
  });
}

/** The components that a node refers to, however indirectly: `#/components/<kind>/<name>`. */
function reached(document: OpenApiDocument, node: unknown, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== "object") return found;
  const { $ref } = node as { $ref?: unknown };
  if (typeof $ref === "string" && !found.has($ref)) {
    found.add($ref);
    const [, , kind = "", name = ""] = $ref.split("/");
    const components = document.components as Record<string, Record<string, unknown>>;
    reached(document, components[kind]?.[name], found);
  }
  for (const child of Object.values(node)) reached(document, child, found);
  return found;
}
