import { parse } from "node-html-parser";
import type { PlaceLink } from "../guides/render.ts";
import type { SiteFile } from "../site-file.ts";

/** @throws Error with file and line of every link of a guide to an anchor that its page does not have. */
export function failOnDeadPlaces(pages: readonly SiteFile[], links: readonly PlaceLink[]): void {
  const anchors = new Map(pages.map(({ path, content }) => [path, anchorsOf(content)]));
  const dead = links.filter(({ address, anchor }) => {
    const there = anchors.get(`${address}index.html`);
    return anchor !== "" && there !== undefined && !there.has(anchor);
  });
  if (dead.length === 0) return;
  const lines = dead.map(
    ({ source, address, anchor }) => `${source}: the page ${address} has no anchor "${anchor}".`,
  );
  throw new Error(lines.join("\n"));
}

function anchorsOf(content: string): Set<string> {
  const elements = parse(content).querySelectorAll("[id]");
  return new Set(elements.map(({ id }) => id));
}
