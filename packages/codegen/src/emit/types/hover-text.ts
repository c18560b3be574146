import type { OpenApiDocument } from "@image-apis/spec";
import type { ApiModel } from "../../model/model.ts";

/** The document with the vendor's codes and pages in the description of every operation that has some. */
export function documentForHovers({ document: source, operations }: ApiModel): OpenApiDocument {
  const document = structuredClone(source);
  for (const { path, method, codes, pages } of operations) {
    const operation = document.paths[path]?.[method.toLowerCase() as "get"];
    if (operation === undefined) continue;
    const list = codes.map(({ code, when }) => `${code} (${when.join(", ")})`).join("; ");
    operation.description = [
      operation.description.trimEnd(),
      ...(pages.length > 0 ? [`**Source.** ${pages.join(", ")}`] : []),
      ...(codes.length > 0 ? [`**Error codes.** ${list}.`] : []),
    ].join("\n\n");
  }
  return document;
}
