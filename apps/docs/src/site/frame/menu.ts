import type { HttpMethod } from "@image-apis/spec";
import { addresses } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import { errorName } from "../pages/error.ts";
import type { Site } from "../site.ts";

/** Pages of one kind, in reading order. */
export interface MenuGroup {
  title: string;
  /** Of a long list only the first entry stands on pages of another kind. */
  isLong?: boolean;
  entries: readonly MenuEntry[];
}

export interface MenuEntry {
  address: string;
  text: string;
  method?: HttpMethod;
}

/** Finds the way from the page being written to another. */
export type To = (address: string) => string;

/** Every page of the site that is read for itself. */
export function menuOf({ guides, apis, errors }: Site): MenuGroup[] {
  return [
    {
      title: "Guides",
      entries: [
        { address: addresses.guides, text: "All guides" },
        ...guides.map(({ name, title }) => ({ address: addresses.guide(name), text: title })),
      ],
    },
    ...apis.map(({ name, document, operations }) => ({
      title: document.info.title,
      entries: [
        ...operations.map(({ operationId, summary, method }) => ({
          address: addresses.operation(operationId),
          text: summary,
          method,
        })),
        { address: addresses.reference(name), text: "Interactive reference" },
      ],
    })),
    {
      title: "Errors",
      isLong: true,
      entries: [
        { address: addresses.errors, text: "By code and by symptom" },
        ...errors.map((error) => ({
          address: addresses.error(error.key),
          text: errorName(error),
        })),
      ],
    },
    {
      title: "Evidence",
      entries: [
        { address: addresses.disagreements, text: "Where the pages disagree" },
        { address: addresses.inferred, text: "What no page says" },
      ],
    },
  ];
}

/** The list of pages: beside the text on a wide screen, behind a button on a narrow one. Neither needs a script. */
export function menuNav(groups: readonly MenuGroup[], from: string, to: To): Html {
  return html`<nav class="menu" id="menu" popover aria-label="Pages">${groups.map(
    ({ title, isLong, entries }) => {
      const isHere = entries.some(({ address }) => address === from);
      const shown = isLong && !isHere ? entries.slice(0, 1) : entries;
      return html`<details open><summary>${title}</summary>
<ul>${shown.map(
        ({ address, text, method }) =>
          html`<li><a href="${to(address)}" aria-current=${current(address === from)}>${method && html`<span class="verb ${method}">${short(method)}</span> `}${text}</a></li> `,
      )}</ul></details> `;
    },
  )}</nav>`;
}

/** The page before and the page after in reading order. */
export function neighbours(groups: readonly MenuGroup[], from: string, to: To): Html {
  const all = groups
    .flatMap(({ entries }) => entries)
    .filter(({ address }) => !address.startsWith("reference/"));
  const at = all.findIndex(({ address }) => address === from);
  if (at < 0) return [];
  const side = (entry: MenuEntry | undefined, rel: string, word: string) =>
    entry &&
    html`<a rel="${rel}" href="${to(entry.address)}"><span>${word}</span> ${entry.text}</a> `;
  return html`<nav class="neighbours" aria-label="Neighbouring pages">${side(all[at - 1], "prev", "Previous")}${side(all[at + 1], "next", "Next")}</nav>`;
}

/** What `aria-current` says. */
export function current(is: boolean): "page" | undefined {
  return is ? "page" : undefined;
}

function short(method: HttpMethod): string {
  return method === "delete" ? "DEL" : method.toUpperCase();
}
