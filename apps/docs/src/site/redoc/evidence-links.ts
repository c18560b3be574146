import { type OpenApiDocument, pointerTokens, toPointer, valueAt } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type EvidenceMark, markedPlaces } from "../evidence/evidence-index.ts";

/**
 * Adds to a document, at the end of descriptions, links to what is to be said about their source. A place without a
 * description of its own is spoken of in the nearest one around it. So is an example or a server, whose own is shown as it
 * is, without links.
 */
export function addEvidenceLinks(api: Api, document: OpenApiDocument): void {
  const reference = addresses.reference(api.name);
  const marks = new Map<Described, Set<string>>();
  for (const [pointer, found] of markedPlaces(api)) {
    const tokens = pointerTokens(pointer);
    const node = describedNode(document, tokens);
    const links = marks.get(node) ?? new Set();
    for (const mark of found)
      links.add(`[${words(mark, tokens)}](${link(reference, mark.page)}#${mark.anchor})`);
    marks.set(node, links);
  }
  for (const [node, links] of marks) node.description = [node.description, ...links].join(" ");
}

interface Described {
  description: string;
}

/** What holds things whose description Redoc shows as it is, and what one of them is called. */
const names: Record<string, string> = { examples: "example", servers: "server" };

function words({ word }: EvidenceMark, tokens: readonly string[]): string {
  const about = tokens.findLast((token) => token in names);
  return about === undefined ? word : `${names[about]}: ${word}`;
}

/** @throws Error where nothing around a place has a description. */
function describedNode(document: OpenApiDocument, tokens: readonly string[]): Described {
  for (let length = tokens.length; length > 0; length--) {
    const isPlain = (tokens[length - 2] ?? "") in names;
    const node = valueAt(document, toPointer(tokens.slice(0, length)));
    if (!isPlain && isDescribed(node)) return node;
  }
  if (tokens.includes("servers") && isDescribed(document.info)) return document.info;
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
