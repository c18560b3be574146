import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { type Html, html } from "../html.ts";
import type { Sidebar } from "../page.ts";
import type { Site } from "../site.ts";

type Place = readonly [anchor: string, text: string];

/** Links to the sections of a page and to its single responses: its headings that have an anchor. */
export function sectionLinks(content: Html): Html {
  const places: Place[] = [];
  visit({ type: "root", children: content }, "element", (element) => {
    const { id } = element.properties;
    if (/^h[23]$/.test(element.tagName) && id !== undefined)
      places.push([String(id), textOf(element)]);
  });
  return placeLinks(places);
}

/** Links to places of a page, above its text. */
export function placeLinks(places: readonly Place[]): Html {
  return html`<nav class="sections" aria-label="On this page">
${places.map(([anchor, text]) => html`<a href="#${anchor}">${text}</a> `)}</nav>`;
}

/** Links to places of a page, beside its text. */
export function onThisPage(...places: Place[]): Sidebar {
  const entries = places.map(([anchor, text]) => ({ address: `#${anchor}`, text }));
  return { label: "On this page", groups: [{ title: "On this page", entries }] };
}

/** The section of each API on a page that has one for each. */
export function apiAnchors({ apis }: Site, prefix: string): Place[] {
  return apis.map(({ name, document }) => [`${prefix}-${name}`, document.info.title]);
}
