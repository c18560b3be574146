import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text file under spec/, addressed from the root of the repository with `/`. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  /** Whether it is a symbolic link. It is not followed, so its text is empty. */
  readonly isLink?: boolean;
}

/** The text files under spec/ as they were at one moment, by address and in the order of the folders. */
export type Sources = ReadonlyMap<string, TextFile>;

/**
 * Reads every text file under spec/. A file that says the same as in `last` is the same object, so that what was
 * worked out for it holds on.
 */
export function readSources(repository: string, last?: Sources): Sources {
  return new Map(
    textFiles(repository, "spec").map((file) => {
      const before = last?.get(file.file);
      return [
        file.file,
        before?.text === file.text && before.isLink === file.isLink ? before : file,
      ];
    }),
  );
}

/** Files that are text, or were meant to be: one in UTF-16 has zero bytes too. */
const meantAsText = /\.(ya?ml|json|md)$/;

/** Reads every text file under a folder of the repository. Another file with a zero byte is not text. */
export function textFiles(repository: string, folder: string): TextFile[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return textFiles(repository, file);
    if (entry.isSymbolicLink()) return [{ file, text: "", isLink: true }];
    if (!entry.isFile()) return [];
    const bytes = readFileSync(join(repository, file));
    return bytes.includes(0) && !meantAsText.test(file)
      ? []
      : [{ file, text: bytes.toString("utf8") }];
  });
}

/** The files below a folder, which ends with `/`, in the order of their names. */
export function filesBelow(sources: Sources, folder: string): TextFile[] {
  return [...sources.values()]
    .filter(({ file }) => file.startsWith(folder))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Does a piece of work once for each file, until the file says something else. */
export function perFile<Result>(work: (file: TextFile) => Result): (file: TextFile) => Result {
  const done = new WeakMap<TextFile, { result: Result }>();
  return (file) => {
    let found = done.get(file);
    if (found === undefined) {
      found = { result: work(file) };
      done.set(file, found);
    }
    return found.result;
  };
}
