import type { Limits, OpenApiDocument } from "@image-apis/spec";
import { rewritten } from "./rewritten.ts";

/** The document without what only real images keep: how many bytes a file has at least, and of what type they are. */
export function lenient(document: OpenApiDocument): OpenApiDocument {
  return rewritten(document, (node) => {
    if (!("x-limits" in node) || typeof node["x-limits"] !== "object") return node;
    const { minBytes: _, mediaTypes: __, ...limits } = node["x-limits"] as Limits;
    return { ...node, "x-limits": limits };
  });
}
