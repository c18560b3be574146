import { visit } from "unist-util-visit";
import type { PlaceLink } from "../guides/render.ts";
import type { Page } from "../page.ts";

/** @throws Error with file and line of every link of a guide to an anchor that its page does not have. */
export function failOnDeadPlaces(pages: readonly Page[], links: readonly PlaceLink[]): void {
  const anchors = new Map(pages.map((page) => [page.address, anchorsOf(page)]));
  const dead = links.filter(
    ({ address, anchor }) => anchor !== "" && anchors.get(address)?.has(anchor) === false,
  );
  if (dead.length === 0) return;
  const lines = dead.map(
    ({ source, address, anchor }) => `${source}: the page ${address} has no anchor "${anchor}".`,
  );
  throw new Error(lines.join("\n"));
}

function anchorsOf({ content }: Page): Set<string> {
  const anchors = new Set(["main"]);
  visit({ type: "root", children: content }, "element", ({ properties: { id } }) => {
    if (id !== undefined) anchors.add(String(id));
  });
  return anchors;
}
