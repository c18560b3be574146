import type { ElementContent } from "hast";
import { addresses } from "../addresses.ts";
import type { Page } from "../page.ts";
import { errorName } from "../pages/error.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";
import { markdownPage } from "./markdown-page.ts";

/** `llms.txt`: what the site holds, each page as Markdown; and `llms-full.txt`: all of it in one file. */
export function llmsFiles(site: Site, read: readonly Page[], base = ""): SiteFile[] {
  const entry = (address: string, title: string, note = "") =>
    `- [${title}](${base}${address}index.md)${note === "" ? "" : `: ${note}`}`;
  const sections: [string, string[]][] = [
    [
      "Guides",
      site.guides.map(({ name, title, lead }) => entry(addresses.guide(name), title, lead)),
    ],
    ...site.apis.map(({ name, document, operations }): [string, string[]] => [
      document.info.title,
      [
        ...operations.map(({ operationId, method, path, summary }) =>
          entry(
            addresses.operation(operationId),
            operationId,
            `${summary}. ${method.toUpperCase()} ${path}`,
          ),
        ),
        `- [The OpenAPI document](${base}${addresses.bundle(name, "yaml")})`,
      ],
    ]),
    [
      "Errors",
      [
        entry(addresses.errors, "By code and by symptom"),
        ...site.errors.map((error) => entry(addresses.error(error.key), errorName(error))),
      ],
    ],
    [
      "Evidence",
      [
        entry(addresses.disagreements, "Where the vendor pages disagree"),
        entry(addresses.inferred, "What no vendor page says"),
      ],
    ],
  ];
  const overview = [
    "# Image APIs",
    "> Independent, checked descriptions of the image upload APIs of two vendors: every parameter, limit, body, " +
      "answer and error code with an example. Written from the vendors' published pages, not tried on a live system.",
    ...sections.map(([title, entries]) => `## ${title}\n\n${entries.join("\n")}`),
  ];
  const pages = read.map((page) => {
    const { path, content } = markdownPage(fromTheRoot(page, base));
    return `<!-- ${base}${path} -->\n\n${content}`;
  });
  return [
    { path: addresses.llms, content: `${overview.join("\n\n")}\n` },
    { path: addresses.llmsFull, content: pages.join("\n\n---\n\n") },
  ];
}

/** A page whose links hold in a file at the root of the site, without the notes on sources, which would be an eighth of it. */
function fromTheRoot(page: Page, base: string): Page {
  const change = (node: ElementContent): ElementContent[] => {
    if (node.type !== "element") return [node];
    const { href, className } = node.properties;
    if (node.tagName === "a" && [className].flat().includes("evidence")) return [];
    const properties = { ...node.properties };
    if (typeof href === "string") properties.href = rooted(page.address, href, base);
    return [{ ...node, properties, children: node.children.flatMap(change) }];
  };
  return { ...page, content: page.content.flatMap(change) };
}

function rooted(address: string, href: string, base: string): string {
  if (/^[a-z]+:/.test(href)) return href;
  const { pathname, hash } = new URL(href, `http://site.invalid/${address}`);
  return `${base}${pathname.slice(1)}${hash}` || "./";
}
