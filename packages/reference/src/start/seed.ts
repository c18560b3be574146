import { dirname, resolve } from "node:path";
import { schemaValidator } from "@image-apis/http-contract";
import { memoryBounds } from "../memory/bounds.ts";
import { readRegularFile } from "./regular-file.ts";

/** What a store starts with in place of what the documents show; a key that is left out leaves it to them. */
export interface Seed {
  readonly customers?: readonly CustomerSeed[];
  readonly files?: readonly RewardsFileSeed[];
  readonly persons?: readonly PersonSeed[];
}

/** A customer; `images` have a size alone. */
export interface CustomerSeed {
  readonly id: number;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly images?: readonly { readonly fileSize: number }[];
}

/** A rewards file: the next upload of its name makes the version after this one. */
export interface RewardsFileSeed {
  readonly name: string;
  readonly version: number;
}

/** A person; `image` is the path of a file. */
export interface PersonSeed {
  readonly id: number;
  readonly image?: string | null;
}

/** As many bytes as a seed has, without the images that it names. */
export const maxSeedBytes = 4 * 1024 * 1024;

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
      maxItems: memoryBounds.things,
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
      maxItems: memoryBounds.things,
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
      maxItems: memoryBounds.things,
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
  const validate = schemaValidator("own").compile(schema);
  if (!validate(seed)) {
    const wrong = (validate.errors ?? []).map((it) => `${it.instancePath || "/"} ${it.message}`);
    throw new Error(`The seed ${file} is not valid: ${wrong.join("; ")}.`);
  }
  const { persons, ...others } = seed as Seed;
  requireUnique(file, seed as Seed);
  const pathOf = (image: string) => resolve(dirname(file), image);
  return {
    ...others,
    ...(persons && {
      persons: persons.map(({ id, image }) => ({ id, image: image ? pathOf(image) : null })),
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
