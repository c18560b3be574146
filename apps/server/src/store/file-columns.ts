import type { StoredFile } from "@image-apis/reference";
import type { Row } from "../database/database.ts";
import { DiskBytes } from "../files/disk-bytes.ts";

/** The columns of a file, in the order of `fileValues`. */
export const fileColumns = "file_size, file_sha256, file_media_type, file_key";

/** The values of a file's columns. */
export function fileValues(file: StoredFile | undefined): (string | number | null)[] {
  if (file === undefined) return [null, null, null, null];
  return [file.size, file.sha256, file.mediaType, keyOf(file) ?? null];
}

/**
 * The key of a file's bytes; `undefined` for one that was only measured.
 *
 * @throws TypeError for bytes of another store.
 */
export function keyOf({ bytes }: StoredFile): string | undefined {
  if (bytes === undefined || bytes instanceof DiskBytes) return bytes?.key;
  throw new TypeError("These bytes are not from a sink of this store.");
}

/**
 * A file from its columns.
 *
 * @param pathOf where the bytes of a key are.
 */
export function fileOf(row: Row, pathOf: (key: string) => string): StoredFile | undefined {
  if (row.file_size === null) return undefined;
  const key = row.file_key;
  return {
    size: Number(row.file_size),
    sha256: String(row.file_sha256),
    mediaType: String(row.file_media_type),
    bytes: key === null ? undefined : new DiskBytes(String(key), pathOf(String(key))),
  };
}
