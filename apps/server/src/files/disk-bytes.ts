import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { StoredBytes } from "@image-apis/reference";

/** Bytes in a file of a data folder. */
export class DiskBytes implements StoredBytes {
  /** The name of the file. */
  readonly key: string;
  readonly path: string;

  constructor(key: string, path: string) {
    this.key = key;
    this.path = path;
  }

  open(): Readable {
    return createReadStream(this.path);
  }
}
