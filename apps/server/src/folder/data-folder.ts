import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Database } from "../database/database.ts";
import { migrate } from "../database/migrations.ts";
import { DiskFiles } from "../files/disk-files.ts";
import { lockFolder } from "./lock.ts";

/** A data folder that is open. */
export interface DataFolder {
  readonly path: string;
  /** The only connection of this process that changes anything. */
  readonly writer: Database;
  readonly reader: Database;
  readonly files: DiskFiles;
  close(): Promise<void>;
}

/** How a data folder is opened. */
export interface FolderOptions {
  /** Whether no other process may serve or repair it meanwhile. */
  readonly isExclusive: boolean;
  /** As many bytes stay free on its disk; 256 MiB by default. */
  readonly floorBytes?: number | undefined;
}

/** So much stays free for the database and for the operating system. */
export const defaultFloorBytes = 256 * 1024 * 1024;

/**
 * Opens a data folder, or makes it, and brings its data to this program's version.
 *
 * @throws Error where it is in use, or of a newer version.
 */
export async function openFolder(
  folder: string,
  { isExclusive, floorBytes = defaultFloorBytes }: FolderOptions,
): Promise<DataFolder> {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const unlock = isExclusive ? lockFolder(path, join(path, "lock.sqlite")) : () => {};
  const file = join(path, "rows.sqlite");
  const opened: Database[] = [];
  const close = async () => {
    for (const database of opened) await database.close();
    unlock();
  };
  try {
    const writer = new Database(file);
    opened.push(writer);
    await migrate(writer);
    const reader = new Database(file, true);
    opened.unshift(reader);
    return { path, writer, reader, files: new DiskFiles(path, floorBytes), close };
  } catch (error) {
    await close();
    throw error;
  }
}
