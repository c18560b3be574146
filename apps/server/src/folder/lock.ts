import { DatabaseSync } from "node:sqlite";

/**
 * Makes this process the only one that serves or repairs a folder. The lock is the operating system's, so that it goes
 * with the process, however that ends.
 *
 * @returns what releases it.
 * @throws Error where another process has it.
 */
export function lockFolder(folder: string, file: string): () => void {
  const lock = new DatabaseSync(file);
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new Error(
      `The folder ${folder} is in use by another server or check. Stop that one, or name another folder with --data.`,
    );
  }
  return () => lock.close();
}

/** SQLITE_BUSY */
const busy = 5;
