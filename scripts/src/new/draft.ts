import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { insertInto } from "./yaml-text.ts";

/** Files of a repository that are to be written, by address from its root. Nothing is on the disk before `write`. */
export class Draft {
  readonly #repository: string;
  readonly #texts = new Map<string, string>();
  readonly #before = new Map<string, string | undefined>();

  constructor(repository: string) {
    this.#repository = repository;
  }

  has(file: string): boolean {
    return this.#texts.has(file) || existsSync(join(this.#repository, file));
  }

  /** What `write` made and changed. */
  get written(): { created: string[]; changed: string[] } {
    const all = [...this.#before].map(([file, text]) => ({ file, isNew: text === undefined }));
    return {
      created: all.filter(({ isNew }) => isNew).map(({ file }) => file),
      changed: all.filter(({ isNew }) => !isNew).map(({ file }) => file),
    };
  }

  /** @throws Error for a file that is there already: nothing is written over. */
  create(file: string, value: unknown, comment = ""): void {
    if (this.has(file)) throw new Error(`${file} exists already. Choose another name, or edit it.`);
    this.#texts.set(file, comment + stringify(value, { lineWidth: 0 }));
  }

  /** Adds to the map or the list at a path of a file. Every other character stays as it is. */
  insert(file: string, path: readonly (string | number)[], value: object, comment?: string): void {
    this.#texts.set(file, insertInto(this.#read(file), path, value, comment));
  }

  #read(file: string): string {
    return this.#texts.get(file) ?? readFileSync(join(this.#repository, file), "utf8");
  }

  write(): void {
    for (const [file, text] of this.#texts) {
      const path = join(this.#repository, file);
      if (!this.#before.has(file)) {
        this.#before.set(file, existsSync(path) ? readFileSync(path, "utf8") : undefined);
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  /** Puts everything back as it was before `write`. */
  undo(): void {
    for (const [file, text] of this.#before) {
      if (text !== undefined) writeFileSync(join(this.#repository, file), text);
      else removeWithFolders(this.#repository, file);
    }
  }
}

/** Removes a file, and the folders that hold nothing without it. */
function removeWithFolders(repository: string, file: string): void {
  rmSync(join(repository, file), { force: true });
  for (let at = dirname(file); at !== "."; at = dirname(at)) {
    const folder = join(repository, at);
    if (existsSync(folder) && readdirSync(folder).length > 0) return;
    rmSync(folder, { recursive: true, force: true });
  }
}
