import { createHash } from "node:crypto";
import { hashedPath, type SiteFile } from "../site-file.ts";
import { applyPatches, type Patch } from "./patch.ts";

/** Addresses of the maker's hosts the script would ask; an address of no data takes the place of each. */
const foreignAddresses = [
  ["the logo (Redoc drops an image that fails)", "https://cdn.redoc.ly/redoc/logo-mini-full.svg"],
  ["the small logo", "https://cdn.redoc.ly/redoc/logo-mini.svg"],
  ["Font Awesome's icons", "https://cdn.redocly.com/icons/fa/7.0.0"],
  ["icons of languages", "https://cdn.redocly.com/icons/code/5.24.0"],
  ["reports of the telemetry", "https://otel.cloud.redocly.com/v1/traces"],
] as const;

const patches: readonly Patch[] = [
  ...foreignAddresses.map(([what, address]) => ({
    purpose: `keep ${what} away from the maker's host`,
    find: `\`${address}\``,
    replace: "`data:,`",
  })),
  {
    purpose: "name the HTTP authorization scheme instead of printing `http`",
    find: "`HTTP Authorization Scheme`),value:e.type}",
    replace: "`HTTP Authorization Scheme`),value:e.scheme}",
  },
  {
    purpose: "let the name of a menu hold what the menu shows",
    find: 'type:`button`,"aria-label":r,children:(0,V.jsx)(cI,{children:i?.labelNode??i?.label})',
    replace:
      'type:`button`,"aria-label":r&&r+` `+(i?.label??``),children:(0,V.jsx)(cI,{children:i?.labelNode??i?.label})',
  },
  {
    purpose: "end the maker's line without its logo",
    find: "children:n?(0,V.jsx)(y4,{}):(0,V.jsxs)(V.Fragment,{children:[(0,V.jsx)(`p`,{children:`API docs by`}),(0,V.jsx)(y4,{full:!0})]})",
    replace: "children:(0,V.jsx)(`p`,{children:n?`Redoc`:`API docs by Redoc`})",
  },
  {
    purpose: "let Tab reach the search",
    find: '"data-testid":`search-trigger`,children:',
    replace: `"data-testid":\`search-trigger\`,...(i===\`button\`?{}:{onFocus:t,${buttonWithKeys("e")}}),children:`,
  },
  {
    purpose: "let Tab reach the switch of the layout",
    find: "(bke,{onClick:t,collapsedSidebar:n,children:",
    replace: `(bke,{"aria-label":\`Switch the layout\`,${buttonWithKeys("t")},onClick:t,collapsedSidebar:n,children:`,
  },
  {
    purpose: "leave out the comments on its colours",
    find: / \/\/ @presenter \w+/g,
    replace: "",
  },
  {
    purpose: "leave out the comments on its styles",
    find: /\n *\/\*\*\n *\* @tokens[^`]*?\*\//g,
    replace: "",
  },
];

/** Properties that make an element a button for the keyboard, too; `click` is the name of what a click calls. */
function buttonWithKeys(click: string): string {
  const press = `v=>{(v.key===\`Enter\`||v.key===\` \`)&&(v.preventDefault(),${click}())}`;
  return `role:\`button\`,tabIndex:0,onKeyDown:${press}`;
}

/** The script of the reference pages, as this site serves it. */
export interface RedocScript {
  file: SiteFile;
  /** The hash of the patched script, for an `integrity` attribute. */
  integrity: string;
  /** The hash of the script as shipped, which a page made by the same CLI asks for. */
  shippedIntegrity: string;
}

/** Makes the shipped script keep to itself. */
export function redocScript(shipped: string): RedocScript {
  const content = applyPatches("Redoc's script", shipped, patches);
  return {
    file: { path: hashedPath("assets/redoc.js", content), content },
    integrity: integrity(content),
    shippedIntegrity: integrity(shipped),
  };
}

function integrity(content: string): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
