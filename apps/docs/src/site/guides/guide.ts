import { readdirSync, readFileSync } from "node:fs";

/** A hand-written page. */
export interface Guide {
  /** From the root of the repository, for messages. */
  path: string;
  /** The file's name without its number and `.md`. */
  name: string;
  /** The text of its first line, which is a heading. */
  title: string;
  /** Its first paragraph, which stands below the title and in lists of guides. */
  lead: string;
  /** What follows the first paragraph. */
  body: string;
  /** The line of the file on which `body` begins, from 1. */
  bodyLine: number;
}

const folder = new URL("../../../content/guides/", import.meta.url);

/** The guides in reading order; `content/guides/` names its files `<nn>-<name>.md`. */
export function loadGuides(): Guide[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8").replaceAll("\r\n", "\n");
      return guideOf(`apps/docs/content/guides/${file}`, text);
    });
}

/**
 * Takes a file apart.
 *
 * @throws Error where the heading or the first paragraph is missing, or the paragraph, which also stands in lists, has
 * links; with file and line.
 */
export function guideOf(path: string, text: string): Guide {
  const [first = "", blank = "", ...lines] = text.split("\n");
  const title = /^# (.+)$/.exec(first)?.[1];
  if (title === undefined) throw new Error(`${path}:1: the first line is to be a heading, "# …".`);
  const end = lines.indexOf("");
  const lead = lines.slice(0, Math.max(end, 0)).join(" ");
  if (blank !== "" || lead === "" || /^[#|>-]|\]\(/.test(lead)) {
    throw new Error(
      `${path}:3: a guide begins with a paragraph, without links, that says what it is for.`,
    );
  }
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/^\d+-|\.md$/g, "");
  const body = lines.slice(end + 1).join("\n");
  return { path, name, title, lead, body, bodyLine: 2 + end + 2 };
}
