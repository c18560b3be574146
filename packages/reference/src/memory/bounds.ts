import { maxTotalBytes } from "@image-apis/http-contract";

/** What a store in memory holds at most. Beyond it there is a `StoreFullError`. */
export interface MemoryBounds {
  /** Bytes of all files, those that are arriving included. Of one there are at most `maxKeptBytes` of http-contract. */
  readonly totalBytes: number;
  /** Customers, rewards files and persons, of each kind. */
  readonly things: number;
  /** Characters of JSON that describe the rewards files in all: names may be long. */
  readonly fileCharacters: number;
}

/** The bounds of a store in memory that is given no others. */
export const memoryBounds: MemoryBounds = {
  totalBytes: maxTotalBytes,
  things: 10_000,
  fileCharacters: 16 * 1024 * 1024,
};
