import { isObject, type JsonObject, objectAt, type Path } from "./json.ts";
import type { Finding } from "./rule.ts";

/**
 * Finds what is wrong with the examples of a parameter, a header or a body in a source file: each is a $ref to a
 * file under `examples/`, and its key is the file's stem.
 */
export function fileExampleFaults(holder: JsonObject, path: Path, what: string): Finding[] {
  const findings: Finding[] = [];
  if ("example" in holder) {
    findings.push({
      message: "Write the example into a file under examples/ and refer to it in `examples`.",
      path: [...path, "example"],
    });
  } else if (Object.keys(objectAt(holder.examples)).length === 0) {
    findings.push({
      message: `${what} has no example. Add \`examples\` with a $ref to a file under examples/.`,
      path,
    });
  }
  for (const [key, example] of Object.entries(objectAt(holder.examples))) {
    const reference = isObject(example) ? example.$ref : undefined;
    const stem = /(?:^|\/)examples\/(?:[^/]+\/)*([^/]+)\.yaml$/.exec(String(reference))?.[1];
    if (stem === key) continue;
    findings.push({
      message:
        stem === undefined
          ? `The example "${key}" is not a file. Move it to examples/ and write a $ref.`
          : `The example "${key}" is called "${stem}" by its file; a key is the file's stem.`,
      path: [...path, "examples", key, "$ref"],
    });
  }
  return findings;
}
