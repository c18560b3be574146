import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Row } from "../database/database.ts";
import type { DataFolder } from "./data-folder.ts";

/** What a check found in a data folder. */
export interface CheckReport {
  /** Files that rows name. */
  readonly named: number;
  /** What rows name and the disk does not have. */
  readonly missing: readonly string[];
  /** Files whose size, or hash where the bytes were read, is not that of their row. */
  readonly damaged: readonly string[];
  /** Files that no row names. */
  readonly orphaned: readonly string[];
  /** Whether the orphaned files were removed. */
  readonly isRepaired: boolean;
}

/** How thorough a check is. */
export interface CheckOptions {
  /** Removes the files that no row names. What is missing or damaged, no program can bring back. */
  readonly repair?: boolean | undefined;
  /** Reads every byte and compares its hash; without it sizes are compared. */
  readonly bytes?: boolean | undefined;
}

const named = `
  select file_key, file_size, file_sha256, 'image ' || position || ' of customer ' || customer_id as owner
    from customer_image where file_key is not null
  union all select file_key, file_size, file_sha256, 'rewards file ' || name
    from rewards_file where file_key is not null
  union all select file_key, file_size, file_sha256, 'person ' || id
    from person where file_key is not null`;

/** Compares rows with bytes, both ways. Nobody else may use the folder meanwhile. */
export async function checkFolder(
  folder: DataFolder,
  { repair = false, bytes = false }: CheckOptions = {},
): Promise<CheckReport> {
  const { reader, writer, files } = folder;
  const rows = reader.all(named);
  const missing: string[] = [];
  const damaged: string[] = [];
  for (const row of rows) {
    const size = await files.sizeOf(String(row.file_key));
    const text = `${row.owner} (${row.file_key})`;
    if (size === undefined) missing.push(text);
    else if (!(await isWhole(folder, row, size, bytes))) damaged.push(text);
  }
  const known = new Set(rows.map(({ file_key: key }) => String(key)));
  const orphaned = await files.incoming();
  for await (const key of files.whole()) if (!known.has(key)) orphaned.push(key);
  if (repair) {
    for (const key of orphaned) await files.remove(key);
    await writer.transaction(() => writer.run("delete from blob where state <> 'live'"));
  }
  return { named: known.size, missing, damaged, orphaned, isRepaired: repair };
}

async function isWhole(
  { files }: DataFolder,
  { file_key: key, file_size: expected, file_sha256: hash }: Row,
  size: number,
  bytes: boolean,
): Promise<boolean> {
  if (size !== Number(expected)) return false;
  return !bytes || (await sha256Of(files.pathOf(String(key)))) === hash;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
