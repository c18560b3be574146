import { type OpenApiDocument, securityScheme } from "@image-apis/spec";
import type { DocumentedSecurityScheme } from "../src/documented.ts";

/** How each security scheme travels. */
export function securitySchemes(
  document: OpenApiDocument,
): Record<string, DocumentedSecurityScheme> {
  return Object.fromEntries(
    Object.keys(document.components.securitySchemes ?? {}).map((name) => {
      const scheme = securityScheme(document, name);
      return [
        name,
        scheme.type === "http"
          ? { type: scheme.type, scheme: scheme.scheme }
          : { type: scheme.type, in: scheme.in, name: scheme.name },
      ];
    }),
  );
}
