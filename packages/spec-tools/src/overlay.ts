import { type OpenApiDocument, overlayFaults, targetSteps, toPointer } from "@image-apis/spec";
import { readOverlay, type Sources } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOf, locationOfKey } from "./location.ts";

/** What of a document an extension can be added to, in words, and the form of a pointer to it. */
const kinds = {
  "the root": /^$/,
  info: /^\/info$/,
  "a server variable": /\/variables\/[^/]+$/,
  "an operation": /^\/paths\/[^/]+\/(get|put|post|delete|head|patch|options)$/,
  "a parameter": /\/parameters\/[^/]+$/,
  "a response header": /\/headers\/[^/]+$/,
  "a security scheme": /^\/components\/securitySchemes\/[^/]+$/,
  "a property": /\/properties\/[^/]+$/,
  "a schema": /^\/components\/schemas\/[^/]+|\/schema(\/|$)/,
};

/** Where each extension is read; its shape stands in schemas/overlay.json. */
const places: Record<string, (keyof typeof kinds)[]> = {
  "x-ms-client-name": [
    "info",
    "a server variable",
    "a parameter",
    "a property",
    "a security scheme",
  ],
  "x-ms-parameter-grouping": ["a parameter"],
  "x-codegen-request-body-name": ["an operation"],
  "x-fern-idempotent": ["an operation"],
  "x-fern-basic": ["a security scheme"],
  "x-token-operation": ["a security scheme"],
  "x-cookie": ["a security scheme"],
  "x-placeholder": ["a server variable"],
  "x-request-id": ["a response header"],
  "x-when": ["a parameter", "a schema"],
  "x-varies": ["a property", "a schema"],
  "x-time-zone": ["info"],
  "x-failure": ["the root"],
};

/** Actions of an API's overlay whose target names nothing, or an extension that nothing reads there. */
export function overlayFindings(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
): Finding[] {
  const found = readOverlay(sources, api);
  if (found === undefined) return [];
  const { source, overlay } = found;
  const rest = { severity: "error", rule: "overlay", page: "spec/README.md" } as const;
  const lost = overlayFaults(document, overlay).map(({ action, message }) => ({
    ...locationOf(source, ["actions", action, "target"]),
    ...rest,
    message,
  }));
  const misplaced = overlay.actions.flatMap(({ target, update }, action) => {
    const pointer = toPointer(targetSteps(target) ?? []);
    const at = ["actions", action, "update"];
    const isOfProperties = pointer.endsWith("/properties");
    const holders = isOfProperties
      ? Object.entries(update).map(([name, its]) => ({ name, path: [...at, name], its }))
      : [{ name: undefined, path: at, its: update }];
    return holders.flatMap(({ name, path, its }) => {
      const place = name === undefined ? pointer : `${pointer}/${name}`;
      return Object.keys(its as object)
        .filter((extension) => !(places[extension] ?? []).some((kind) => kinds[kind].test(place)))
        .map((extension) => ({
          ...locationOfKey(source, path, extension),
          ...rest,
          message: `Nothing reads ${extension} at ${target}. It belongs to ${(places[extension] ?? []).join(" or ")}.`,
        }));
    });
  });
  return [...lost, ...misplaced];
}
