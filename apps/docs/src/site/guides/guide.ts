import { type ContentFile, contentFiles } from "../content/content-folder.ts";

/** A hand-written page. */
export interface Guide extends ContentFile {
  /** Its first paragraph, which stands below the title and in lists of guides. */
  lead: string;
}

/** The guides in reading order; `content/guides/` names its files `<nn>-<name>.md`. */
export function loadGuides(): Guide[] {
  return contentFiles("guides").map(guideOf);
}

/** @throws Error where the first paragraph, which also stands in lists, is missing or has links, with file and line. */
export function guideOf(file: ContentFile): Guide {
  const [blank = "", ...lines] = file.body.split("\n");
  const end = lines.indexOf("");
  const lead = lines.slice(0, Math.max(end, 0)).join(" ");
  if (blank !== "" || lead === "" || /^[#|>-]|\]\(/.test(lead)) {
    throw new Error(
      `${file.path}:3: a guide begins with a paragraph, without links, that says what it is for.`,
    );
  }
  return {
    ...file,
    name: file.name.replace(/^\d+-/, ""),
    lead,
    body: lines.slice(end + 1).join("\n"),
    bodyLine: file.bodyLine + 1 + end + 1,
  };
}
