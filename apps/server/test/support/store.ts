import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "../../src/folder/data-folder.ts";
import { SqliteStore } from "../../src/store/sqlite-store.ts";

/** An empty store in a temporary folder, which is gone when it is closed. */
export async function openStore() {
  const path = mkdtempSync(join(tmpdir(), "image-apis-server-"));
  const folder = await openFolder(path, { isExclusive: true, floorBytes: 0 });
  const close = async () => {
    await folder.close();
    rmSync(path, { recursive: true });
  };
  return { store: new SqliteStore(folder), folder, close };
}
