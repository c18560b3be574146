import { mkdirSync } from "node:fs";
import { type FileHandle, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { StoreFullError } from "@image-apis/reference";

/** The files of a data folder: those that arrive in `incoming`, those that are whole in one of 256 folders. */
export class DiskFiles {
  readonly #incoming: string;
  readonly #whole: string;
  readonly #floorBytes: number;

  /**
   * @param folder is made where it is missing.
   * @param floorBytes no file begins to arrive while fewer bytes than these are free on the disk.
   */
  constructor(folder: string, floorBytes: number) {
    this.#incoming = join(folder, "incoming");
    this.#whole = join(folder, "files");
    this.#floorBytes = floorBytes;
    for (const path of [this.#incoming, ...shelves.map((it) => join(this.#whole, it))]) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    }
  }

  /** Where a whole file is. */
  pathOf(key: string): string {
    return join(this.#shelfOf(key), key);
  }

  /**
   * Opens a new file to be written.
   *
   * @throws StoreFullError where the disk is nearly full.
   */
  async create(key: string): Promise<FileHandle> {
    await this.requireRoom();
    return open(this.#incomingPath(key), "wx", 0o600);
  }

  /** @throws StoreFullError where the disk is nearly full. */
  async requireRoom(): Promise<void> {
    const { bavail, bsize } = await statfs(this.#incoming);
    if (bavail * bsize >= this.#floorBytes) return;
    throw new StoreFullError(
      `The disk has ${bavail * bsize} bytes left, and ${this.#floorBytes} must stay free.`,
    );
  }

  /** Makes a file whose bytes are on the disk one of the whole ones; it is still there after a loss of power. */
  async finish(key: string): Promise<void> {
    await rename(this.#incomingPath(key), this.pathOf(key));
    await syncFolder(this.#shelfOf(key));
  }

  /** Removes a file, however far it has come; one that is not there is no error. */
  async remove(key: string): Promise<void> {
    await rm(this.#incomingPath(key), { force: true });
    await rm(this.pathOf(key), { force: true });
  }

  /** The size of a whole file; `undefined` where there is none. */
  async sizeOf(key: string): Promise<number | undefined> {
    try {
      return (await stat(this.pathOf(key))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  /** The names of the files that have not arrived as a whole. */
  incoming(): Promise<string[]> {
    return readdir(this.#incoming);
  }

  /** The names of the whole files, folder by folder. */
  async *whole(): AsyncGenerator<string> {
    for (const shelf of shelves) yield* await readdir(join(this.#whole, shelf));
  }

  #incomingPath(key: string): string {
    return join(this.#incoming, key);
  }

  #shelfOf(key: string): string {
    return join(this.#whole, key.slice(0, 2));
  }
}

/** A folder of a million files is slow to list; keys spread evenly over these. */
const shelves = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, "0"));

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folder; there a rename is durable when the file system says so.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
