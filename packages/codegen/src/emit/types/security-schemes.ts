import { securityScheme } from "@image-apis/spec";
import type { ApiModel } from "../../model/model.ts";

/** How each security scheme travels, in the words of the document. */
export function securitySchemes({ document, schemes }: ApiModel): Record<string, object> {
  return Object.fromEntries(
    schemes.map(({ scheme: name }) => {
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
