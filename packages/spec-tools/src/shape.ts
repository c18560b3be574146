import { readdirSync, readFileSync } from "node:fs";
import { schemaValidator } from "@image-apis/http-contract";
import { pointerTokens } from "@image-apis/spec";
import { perFile, yamlValue } from "@image-apis/spec/generator";
import type { ErrorObject } from "ajv/dist/2020.js";
import type { Finding } from "./finding.ts";
import { locationOf, locationOfKey } from "./location.ts";

/** What an editor and this lint hold a file against, by what kind of file it is. */
const schemas = schemaValidator("own", {
  allErrors: true,
  // One branch of these requires what stands beside it.
  strictTypes: false,
  strictRequired: false,
});
for (const name of readdirSync(new URL("../schemas/", import.meta.url))) {
  const text = readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8");
  schemas.addSchema(JSON.parse(text) as object, name);
}

/** Files of an API that are no part of its OpenAPI document, and the schema they follow. */
const kinds: [file: RegExp, schema: string][] = [
  [/^spec\/[^/]+\/exchanges\//, "exchange.json"],
  [/^spec\/[^/]+\/refusals\//, "refusal.json"],
  [/^spec\/[^/]+\/examples\//, "example.json"],
  [/^spec\/[^/]+\/sources\//, "inventory.json"],
  [/^spec\/[^/]+\/provenance\.yaml$/, "provenance.json"],
  [/^spec\/[^/]+\/client\.overlay\.yaml$/, "overlay.json"],
  [/^spec\/[^/]+\/coverage\.yaml$/, "coverage.json"],
  [/^spec\/conditions\.yaml$/, "conditions.json"],
];

/**
 * A file that is not a mapping, or not made as its kind is: a key that nothing reads, one that is missing. What it means
 * cannot be judged before.
 */
export const shapeFaults = perFile((source): Finding[] => {
  const rest = {
    severity: "error",
    rule: "shape",
    page: "spec/README.md",
  } as const;
  const value = yamlValue(source);
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    const message = 'The file is not a mapping: it must be "name: value", line by line.';
    return [{ ...locationOf(source, []), ...rest, message }];
  }
  const kind = kinds.find(([pattern]) => pattern.test(source.file))?.[1];
  const validate = kind === undefined ? undefined : schemas.getSchema(kind);
  if (validate === undefined || validate(value)) return [];
  return (validate.errors ?? []).flatMap((error) => {
    const message = inWords(error);
    if (message === undefined) return [];
    const surplus = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const at = pointerTokens(error.instancePath);
    const location =
      surplus === undefined ? locationOf(source, at) : locationOfKey(source, at, surplus);
    return [{ ...location, ...rest, message }];
  });
});

/** One sentence; undefined for an error that only sums up others. */
function inWords({
  keyword,
  params,
  message = "is wrong",
  instancePath,
}: ErrorObject): string | undefined {
  const where = instancePath === "" ? "The file" : `"${instancePath.slice(1)}"`;
  switch (keyword) {
    case "additionalProperties":
      return `Nothing reads "${params.additionalProperty}" here.`;
    case "unevaluatedProperties":
      return `Nothing reads "${params.unevaluatedProperty}" here.`;
    case "required":
      return `${where} has no "${params.missingProperty}".`;
    case "enum":
      return `${where} must be one of ${params.allowedValues.join(", ")}.`;
    case "if":
    case "anyOf":
    case "oneOf":
    case "allOf":
      return undefined;
    default:
      return `${where} ${message}.`;
  }
}
