import { dirname, resolve } from "node:path";
import { maxTotalBytes, schemaValidator } from "@image-apis/http-contract";
import { memoryBounds } from "../memory/bounds.ts";
import { readRegularFile } from "./regular-file.ts";
import { isPath, type SeedImage, withoutDataUrls } from "./seed-image.ts";

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
  /** Whether the images give way to the first upload or delete, as those of the documents do; `false` by default. */
  readonly samples?: boolean;
}

/** A rewards file: the next upload of its name makes the version after this one. */
export interface RewardsFileSeed {
  readonly name: string;
  readonly version: number;
}

/** A person, with or without an image. */
export interface PersonSeed {
  readonly id: number;
  readonly image?: SeedImage | null;
}

/** As many bytes as a seed has, without its images. */
export const maxSeedBytes = 4 * 1024 * 1024;

/** As many characters as the images in a seed have at most: base64 makes four of three bytes. */
const maxImageCharacters = Math.ceil((maxTotalBytes * 4) / 3) + 1024 * 1024;

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
          samples: { type: "boolean" },
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
  const { persons, ...others } = requireSeed(parse(file), `The seed ${file}`);
  const pathOf = (image: SeedImage) => (isPath(image) ? resolve(dirname(file), image) : image);
  return {
    ...others,
    ...(persons && {
      persons: persons.map(({ id, image }) => ({ id, image: image ? pathOf(image) : null })),
    }),
  };
}

/**
 * Checks a seed that a program gives, or that was read.
 *
 * @param what it is called in errors.
 * @throws Error that says what is wrong with it.
 */
export function requireSeed(seed: unknown, what = "The seed"): Seed {
  const validate = schemaValidator("own").compile(schema);
  if (!validate(withoutBytes(seed))) {
    const wrong = (validate.errors ?? []).map((it) => `${it.instancePath || "/"} ${it.message}`);
    throw new Error(`${what} is not valid: ${wrong.join("; ")}.`);
  }
  requireUnique(what, seed as Seed);
  return seed as Seed;
}

/** Bytes stand where a text could: their schema is that of the text. */
function withoutBytes(seed: unknown): unknown {
  const { persons } = (seed ?? {}) as { persons?: unknown };
  if (!Array.isArray(persons) || !persons.some((it) => it?.image instanceof Uint8Array))
    return seed;
  const texts = persons.map((it) => (it?.image instanceof Uint8Array ? { ...it, image: "" } : it));
  return { ...(seed as object), persons: texts };
}

function parse(file: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    const bytes = readRegularFile(file, maxSeedBytes + maxImageCharacters);
    const text = bytes.toString("utf8");
    requireShort(bytes.length, text);
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`The seed ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** @throws Error for too much text. */
function requireShort(length: number, text: string): void {
  if (length <= maxSeedBytes) return;
  const bytes = length - (text.length - withoutDataUrls(text).length);
  if (bytes <= maxSeedBytes) return;
  throw new Error(
    `it has ${bytes} bytes; at most ${maxSeedBytes} are allowed beside the images that are in it`,
  );
}

/** @throws Error for a thing that is there twice: one of them would be lost. */
function requireUnique(what: string, seed: Seed): void {
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
      throw new Error(`${what} is not valid: two of its ${name} have the ${twice}.`);
    }
  }
}
