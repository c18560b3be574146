import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModels, samplesOf } from "@image-apis/codegen";
import { siteFolder } from "@image-apis/docs";
import { parse } from "node-html-parser";

/** A block of code on a guide's page or the first page that is not a sample; samples have tests of their own. */
export interface GuideBlock {
  /** The guide's name and the position of the block in it, for example `quickstart 2`. */
  name: string;
  guide: string;
  language: string;
  text: string;
}

const samples = new Set(
  loadModels().flatMap((model) => samplesOf(model).flatMap((set) => set.samples.map(trimmed))),
);

/** Every such block of the built guides and of the first page, in reading order. */
export function guideBlocks(site = siteFolder()): GuideBlock[] {
  const guides = readdirSync(join(site, "guides"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return [
    ...blocksOf("first page", join(site, "index.html")),
    ...guides.flatMap((name) => blocksOf(name, join(site, "guides", name, "index.html"))),
  ];
}

function blocksOf(guide: string, file: string): GuideBlock[] {
  return parse(readFileSync(file, "utf8"), { blockTextElements: {} })
    .querySelectorAll("pre[data-language]")
    .map((block, index) => ({
      name: `${guide} ${index + 1}`,
      guide,
      language: block.getAttribute("data-language") ?? "",
      text: block.textContent,
    }))
    .filter((block) => !samples.has(trimmed(block)));
}

function trimmed({ text }: { text: string }): string {
  return text.trim();
}
