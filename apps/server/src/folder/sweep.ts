import type { DataFolder } from "./data-folder.ts";

/**
 * Removes what a process left behind that ended in the middle: files that no row came to name, and those that no row
 * names any more. Nobody else may use the folder meanwhile.
 *
 * @returns how many files were given up.
 */
export async function sweep({ writer, files }: DataFolder): Promise<number> {
  const left = writer.all("select key from blob where state <> 'live'");
  for (const { key } of left) await files.remove(String(key));
  await writer.transaction(() => writer.run("delete from blob where state <> 'live'"));
  // A note that was lost with the power may have left its file.
  const unnoted = await files.incoming();
  for (const key of unnoted) await files.remove(key);
  return left.length + unnoted.length;
}
