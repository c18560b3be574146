import type { StoredBytes, StoredFile } from "../store/files.ts";
import type { Customer, Person, RewardsFile } from "../store/records.ts";

/** All rows of a store in memory. */
export interface Tables {
  readonly customers: Map<string, Customer>;
  /** The id of a customer by `identifierKey`. */
  readonly identifiers: Map<string, string>;
  readonly rewardsFiles: Map<string, RewardsFile>;
  readonly persons: Map<string, Person>;
  lastBlobId: number;
  /** Of the JSON that describes the rewards files. */
  fileCharacters: number;
}

export function emptyTables(lastBlobId = 0): Tables {
  return {
    customers: new Map(),
    identifiers: new Map(),
    rewardsFiles: new Map(),
    persons: new Map(),
    lastBlobId,
    fileCharacters: 0,
  };
}

export function identifierKey(name: string, value: string): string {
  return JSON.stringify([name, value]);
}

export function identifierKeys({ identifiers }: Customer): string[] {
  return Object.entries(identifiers).map(([name, value]) => identifierKey(name, value));
}

/** The bytes that a row names. */
export function bytesOf(row: Customer | RewardsFile | Person): StoredBytes[] {
  return filesOf(row).flatMap((file) => file?.bytes ?? []);
}

function filesOf(row: Customer | RewardsFile | Person): (StoredFile | undefined)[] {
  if ("images" in row) return row.images.map(({ file }) => file);
  return ["name" in row ? row.upload?.file : row.image?.file];
}

/** How many characters of JSON describe a rewards file. */
export function charactersOf({ name, version, upload }: RewardsFile): number {
  const { file: _, ...described } = upload ?? { file: undefined };
  return JSON.stringify({ name, version, ...described }).length;
}
