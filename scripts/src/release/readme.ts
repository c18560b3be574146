import { posix } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { visit } from "unist-util-visit";

/** A link or a picture of a text, and where it is written. */
interface Reference {
  kind: "link" | "image" | "definition";
  url: string;
  /** The words that are shown. */
  words: string;
  start: number;
  end: number;
}

/**
 * A README as a registry can show it. A registry has no other file of the repository beside it, so every relative link
 * becomes an address in the repository. While the repository has none, a link becomes its words, and a picture goes.
 *
 * @param directory - the folder of the package, from the root of the repository.
 */
export function readmeForRegistry(text: string, directory: string, repository: string): string {
  let written = text;
  for (const reference of relativeReferences(text).reverse()) {
    const source = text.slice(reference.start, reference.end);
    written =
      written.slice(0, reference.start) +
      replaced(source, reference, directory, repository) +
      written.slice(reference.end);
  }
  return written.replace(/\n{3,}/g, "\n\n");
}

/** The links and pictures of a packed README that lead nowhere on a registry. */
export function readmeFaults(text: string): string[] {
  return relativeReferences(text).map(
    ({ kind, url }) =>
      `README.md has the ${kind === "image" ? "picture" : "link"} ${url}, which a registry cannot show.`,
  );
}

function replaced(
  source: string,
  { kind, url, words }: Reference,
  directory: string,
  repository: string,
): string {
  if (repository === "") return kind === "link" ? words : "";
  const path = posix.join(directory, url);
  const address = `${repository}/${kind === "image" ? "raw" : "blob"}/main/${path}`;
  return `${source.slice(0, source.lastIndexOf(url))}${address}${source.slice(source.lastIndexOf(url) + url.length)}`;
}

function relativeReferences(text: string): Reference[] {
  const found: Reference[] = [];
  const tree = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  visit(tree, (node: Nodes) => {
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return;
    if (/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(node.url)) return;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    found.push({ kind: node.type, url: node.url, words: wordsOf(node, text), start, end });
  });
  return found;
}

/** The text of a link as it is written, code and emphasis included. */
function wordsOf(node: Nodes, text: string): string {
  if (!("children" in node)) return "";
  const from = node.children[0]?.position?.start.offset ?? 0;
  const to = node.children.at(-1)?.position?.end.offset ?? 0;
  return text.slice(from, to);
}
