import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../../content/", import.meta.url);

/** A hand-written Markdown file. */
export interface ContentFile {
  /** From the root of the repository, for messages. */
  path: string;
  /** The file's name without `.md`. */
  name: string;
  /** The text of its first line, which is a heading. */
  title: string;
  /** What follows the heading. */
  body: string;
  /** The line of the file on which `body` begins, from 1. */
  bodyLine: number;
}

/** The hand-written files of a folder of `content/`, by name. */
export function contentFiles(kind: "guides"): ContentFile[] {
  return readdirSync(new URL(`${kind}/`, folder))
    .sort()
    .map((file) => {
      const path = `apps/docs/content/${kind}/${file}`;
      const text = readFileSync(new URL(`${kind}/${file}`, folder), "utf8").replaceAll(
        "\r\n",
        "\n",
      );
      return contentFile(path, text);
    });
}

/**
 * Takes a file apart.
 *
 * @throws Error where it does not begin with a heading, with file and line.
 */
export function contentFile(path: string, text: string): ContentFile {
  const [first = "", ...rest] = text.split("\n");
  const title = /^# (.+)$/.exec(first)?.[1];
  if (title === undefined) throw new Error(`${path}:1: the first line is to be a heading, "# …".`);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return { path, name, title, body: rest.join("\n"), bodyLine: 2 };
}
