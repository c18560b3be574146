import { dirname, resolve } from "node:path";
import type { Json } from "@image-apis/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import { maxSeedBytes, maxThings } from "./bounds.ts";
import { readRegularFile } from "./regular-file.ts";

/** By resource, what it starts with. */
export type Seed = Record<string, Json>;

/** JSON numbers are exact up to here; a larger id would become another one. */
const most = Number.MAX_SAFE_INTEGER;
const id = { type: "integer", minimum: 0, maximum: most };

/** A key that is left out leaves that resource to the documented start. */
const schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    customers: {
      type: "array",
      maxItems: maxThings,
      items: {
        type: "object",
        required: ["id"],
        additionalProperties: false,
        properties: {
          id,
          identifiers: { type: "object", additionalProperties: { type: "string" } },
          images: {
            type: "array",
            items: {
              type: "object",
              required: ["fileSize"],
              additionalProperties: false,
              properties: { fileSize: { type: "integer", minimum: 1 } },
            },
          },
        },
      },
    },
    files: {
      type: "array",
      maxItems: maxThings,
      items: {
        type: "object",
        required: ["name", "version"],
        additionalProperties: false,
        properties: {
          name: { type: "string", pattern: "^[^/]+$" },
          version: { type: "integer", minimum: 1, maximum: most - 1 },
        },
      },
    },
    persons: {
      type: "array",
      maxItems: maxThings,
      items: {
        type: "object",
        required: ["id"],
        additionalProperties: false,
        properties: { id, image: { type: ["string", "null"] } },
      },
    },
  },
};

/**
 * Reads a seed. Paths of images in it start at its own folder.
 *
 * @throws Error that names the file and what is wrong with it.
 */
export function readSeed(file: string): Seed {
  const seed = parse(file);
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  if (!validate(seed)) {
    const wrong = (validate.errors ?? []).map((it) => `${it.instancePath || "/"} ${it.message}`);
    throw new Error(`The seed ${file} is not valid: ${wrong.join("; ")}.`);
  }
  requireUnique(file, seed as Seed);
  const { persons = [], ...others } = seed as { persons?: { id: number; image?: string | null }[] };
  return {
    ...others,
    ...("persons" in (seed as object) && {
      persons: persons.map(({ id, image }) => ({
        id,
        image: image ? resolve(dirname(file), image) : null,
      })),
    }),
  };
}

function parse(file: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    const text = readRegularFile(file, maxSeedBytes).toString("utf8");
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`The seed ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** @throws Error for a thing that is there twice: one of them would be lost. */
function requireUnique(file: string, seed: Seed): void {
  for (const [name, things] of Object.entries(seed)) {
    const keys = (
      things as { id?: number; name?: string; identifiers?: Record<string, string> }[]
    ).flatMap(({ id, name: fileName, identifiers = {} }) => [
      id === undefined ? `name ${fileName}` : `id ${id}`,
      ...Object.entries(identifiers).map((pair) => pair.join(" ")),
    ]);
    const seen = new Set<string>();
    const twice = keys.find((key) => seen.size === seen.add(key).size);
    if (twice !== undefined) {
      throw new Error(`The seed ${file} is not valid: two of its ${name} have the ${twice}.`);
    }
  }
}
