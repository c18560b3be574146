import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text file under spec/, addressed from the root of the repository with `/`. */
export interface TextFile {
  file: string;
  text: string;
}

/** What is made, not written. */
const made = new Set(["node_modules", "dist", "reports", ".turbo"]);

/** Reads every text file under a folder of the repository. A file with a zero byte is no text. */
export function textFiles(repository: string, folder: string): TextFile[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return made.has(entry.name) ? [] : textFiles(repository, file);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(join(repository, file));
    return bytes.includes(0) ? [] : [{ file, text: bytes.toString("utf8") }];
  });
}
