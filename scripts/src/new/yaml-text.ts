import { isMap, isNode, isSeq, parseDocument, stringify } from "yaml";

/**
 * Adds entries to the end of a block map or list and leaves every other character of the text as it is.
 *
 * @param value a map for a map, a list for a list.
 * @throws Error where no block map or list with an entry stands at the path.
 */
export function insertInto(
  text: string,
  path: readonly (string | number)[],
  value: object,
  comment?: string,
): string {
  const root = parseDocument(text).contents;
  const node = path.length === 0 ? root : isMap(root) ? root.getIn(path, true) : undefined;
  const place = path.join(" > ") || "the file";
  if (!isMap(node) && !isSeq(node)) throw new Error(`There is no map or list at ${place}.`);
  const first = isMap(node) ? node.items[0]?.key : node.items[0];
  const start = isNode(first) ? first.range?.[0] : undefined;
  if (node.flow === true || start === undefined || !node.range) {
    throw new Error(`${place} must be written with one entry a line to be added to.`);
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0] ?? "";
  const end = text.slice(0, node.range[1]).trimEnd().length;
  const lines = stringify(value, { lineWidth: 0, indentSeq: true }).trimEnd();
  const added = comment === undefined ? lines : `\n# ${comment}\n${lines}`;
  return `${text.slice(0, end)}\n${added.replace(/^(?=.)/gm, indent)}${text.slice(end)}`;
}
