import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Json } from "@image-apis/spec";
import { Ajv2020 } from "ajv/dist/2020.js";

/** By resource, what it starts with. */
export type Seed = Record<string, Json>;

const id = { type: "integer", minimum: 0 };

/** A key that is left out leaves that resource to the documented start. */
const schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    customers: {
      type: "array",
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
      items: {
        type: "object",
        required: ["name", "version"],
        additionalProperties: false,
        properties: { name: { type: "string" }, version: { type: "integer", minimum: 1 } },
      },
    },
    persons: {
      type: "array",
      items: {
        type: "object",
        required: ["id"],
        additionalProperties: false,
        properties: { id, image: { type: ["string", "null"] } },
      },
    },
  },
};

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

/**
 * Reads a seed. Paths of images in it start at its own folder.
 *
 * @throws Error that names the file and what is wrong with it.
 */
export function readSeed(file: string): Seed {
  const seed = parse(file);
  if (!validate(seed)) {
    const wrong = (validate.errors ?? []).map((it) => `${it.instancePath || "/"} ${it.message}`);
    throw new Error(`The seed ${file} is not valid: ${wrong.join("; ")}.`);
  }
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
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`The seed ${file} cannot be read: ${(error as Error).message}`);
  }
}
