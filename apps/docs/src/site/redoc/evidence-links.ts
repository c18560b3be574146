import { type OpenApiDocument, pointerTokens, toPointer, valueAt } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type EvidenceMark, markedPlaces } from "../evidence/evidence-index.ts";

/**
 * Adds to a document, at the end of descriptions, links to what is to be said about their source. A place without a
 * description of its own is spoken of in the nearest one around it, and so is an example, whose own is shown as it is.
 */
export function addEvidenceLinks(api: Api, document: OpenApiDocument): void {
  const disagreements = link(addresses.reference(api.name), addresses.disagreements);
  const marks = new Map<Described, Set<string>>();
  for (const [pointer, found] of markedPlaces(api)) {
    const tokens = pointerTokens(pointer);
    const node = describedNode(document, tokens);
    const links = marks.get(node) ?? new Set();
    for (const mark of found)
      links.add(`[${words(mark, tokens)}](${disagreements}#${mark.anchor})`);
    marks.set(node, links);
  }
  for (const [node, links] of marks) node.description = [node.description, ...links].join(" ");
}

interface Described {
  description: string;
}

function words({ word }: EvidenceMark, tokens: readonly string[]): string {
  return tokens.includes("examples") ? `example: ${word}` : word;
}

/** @throws Error where nothing around a place has a description. */
function describedNode(document: OpenApiDocument, tokens: readonly string[]): Described {
  for (let length = tokens.length; length > 0; length--) {
    const isExample = tokens[length - 2] === "examples";
    const node = valueAt(document, toPointer(tokens.slice(0, length)));
    if (!isExample && isDescribed(node)) return node;
  }
  const pointer = toPointer(tokens);
  throw new Error(`Nothing around ${pointer} has a description that could say where it is from.`);
}

function isDescribed(node: unknown): node is Described {
  return (
    typeof node === "object" &&
    node !== null &&
    "description" in node &&
    typeof node.description === "string"
  );
}
