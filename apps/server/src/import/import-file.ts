import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Database } from "../database/database.ts";
import { writeAudit } from "../folder/audit.ts";
import type { DataFolder } from "../folder/data-folder.ts";
import { SqliteStore } from "../store/sqlite-store.ts";
import { type Line, linesOf } from "./lines.ts";
import { putRecord, recordOf } from "./record.ts";

/** How far an import is. */
export interface Progress {
  /** Lines that are in, those of an import that was cut off included. */
  readonly lines: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** So many lines are one transaction. A server that runs waits no longer than that takes. */
const batchLines = 500;
const mostLineBytes = 1024 * 1024;

/**
 * Reads customers and persons from a file of JSON lines. Its place in the file is kept in each transaction, so that an
 * import that was cut off goes on where it was; a file that has changed since is read from its beginning.
 *
 * @param onProgress is told after every transaction.
 * @throws Error that names the line that is wrong. What came before the transaction of that line is in.
 */
export async function importFile(
  folder: DataFolder,
  path: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const { size: totalBytes, mtimeMs } = statSync(path);
  const source = JSON.stringify([resolve(path), totalBytes, mtimeMs]);
  const { writer } = folder;
  let { lines, bytes } = progressOf(writer, source);
  const store = new SqliteStore({
    ...folder,
    onChange(database, changes) {
      writeAudit(database, changes);
      keep(database, source, bytes, lines);
    },
  });
  const put = async (batch: readonly Line[]) => {
    const first = lines;
    await store.write(async (rows) => {
      for (const [at, { text }] of batch.entries()) {
        if (text.trim() === "") continue;
        try {
          await putRecord(rows, recordOf(text));
        } catch (error) {
          throw new Error(`Line ${first + at + 1} of ${path}: ${(error as Error).message}.`);
        }
      }
      lines = first + batch.length;
      bytes = batch.at(-1)?.end ?? bytes;
    });
    onProgress({ lines, bytes, totalBytes });
  };
  let batch: Line[] = [];
  for await (const line of linesOf(path, bytes, mostLineBytes)) {
    batch.push(line);
    if (batch.length < batchLines) continue;
    await put(batch);
    batch = [];
  }
  if (batch.length > 0) await put(batch);
  await writer.transaction(() =>
    writer.run("delete from import_progress where source = ?", source),
  );
  return { lines, bytes, totalBytes };
}

function progressOf(database: Database, source: string): { lines: number; bytes: number } {
  const row = database.one("select bytes, lines from import_progress where source = ?", source);
  return { lines: Number(row?.lines ?? 0), bytes: Number(row?.bytes ?? 0) };
}

function keep(database: Database, source: string, bytes: number, lines: number): void {
  database.run(
    "insert or replace into import_progress (source, bytes, lines) values (?, ?, ?)",
    source,
    bytes,
    lines,
  );
}
