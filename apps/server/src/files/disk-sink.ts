import type { FileHandle } from "node:fs/promises";
import type { FileSink } from "@image-apis/http-contract";
import { StoreFullError } from "@image-apis/reference";
import { DiskBytes } from "./disk-bytes.ts";
import type { DiskFiles } from "./disk-files.ts";

/** What must be known of a file before and after it is there. */
export interface FileIntents {
  /** Notes that a file will be there, before its first byte is. */
  begin(key: string): Promise<void>;
  /** Gives up a file that no row names, bytes and note. */
  giveUp(key: string): Promise<void>;
}

/** As many bytes are collected before they are written. */
const pieceBytes = 512 * 1024;

/** Writes one file: a note of it first, then its bytes, which are on the disk under their name when `end` resolves. */
export class DiskSink implements FileSink<DiskBytes> {
  readonly #key: string;
  readonly #files: DiskFiles;
  readonly #intents: FileIntents;
  #handle: FileHandle | undefined;
  #isBegun = false;
  #collected: Uint8Array[] = [];
  #collectedBytes = 0;

  constructor(key: string, files: DiskFiles, intents: FileIntents) {
    this.#key = key;
    this.#files = files;
    this.#intents = intents;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#collected.push(chunk);
    this.#collectedBytes += chunk.length;
    if (this.#collectedBytes >= pieceBytes) await this.#flush();
  }

  async end(): Promise<DiskBytes> {
    const handle = await this.#flush();
    await whereThereIsRoom(() => handle.sync());
    await this.#close();
    await this.#files.finish(this.#key);
    return new DiskBytes(this.#key, this.#files.pathOf(this.#key));
  }

  async abort(): Promise<void> {
    this.#collected = [];
    await this.#close();
    if (this.#isBegun) await this.#intents.giveUp(this.#key);
  }

  async #flush(): Promise<FileHandle> {
    const handle = this.#handle ?? (await this.#open());
    const piece = Buffer.concat(this.#collected);
    this.#collected = [];
    this.#collectedBytes = 0;
    // It goes on where the write before has ended.
    if (piece.length > 0) await whereThereIsRoom(() => handle.writeFile(piece));
    return handle;
  }

  async #open(): Promise<FileHandle> {
    this.#isBegun = true;
    await this.#intents.begin(this.#key);
    this.#handle = await whereThereIsRoom(() => this.#files.create(this.#key));
    return this.#handle;
  }

  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }
}

const noRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** @throws StoreFullError in place of what the system calls a full disk. */
async function whereThereIsRoom<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!noRoom.has(code)) throw error;
    throw new StoreFullError(`There is no room left on the disk (${code}).`);
  }
}
