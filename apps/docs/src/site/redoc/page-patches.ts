import { createHash } from "node:crypto";
import type { Patch } from "./patch.ts";
import type { RedocScript } from "./script.ts";

/** Stands in the template where the policy goes, which depends on what Redoc writes. */
export const policyPlace = "@policy@";

/**
 * The changes that make a page of `redocly build-docs` run from this site alone.
 *
 * @param built the page as the CLI wrote it.
 * @param scriptAddress where the page finds the patched script.
 * @throws Error where the page was not made for the script, or sets its colours in an unknown way.
 */
export function pagePatches(
  built: string,
  script: RedocScript,
  scriptAddress: string,
): readonly Patch[] {
  failOnAnotherScript(built, script);
  return [
    {
      purpose: "load the script from this site",
      find: /href="https:\/\/cdn\.redocly\.com\/redoc\/[^"]*\/redoc\.standalone\.js"/,
      replace: `href="${scriptAddress}"`,
    },
    {
      purpose: "let the browser check the patched script",
      find: /integrity="sha384-[^"]*"/,
      replace: `integrity="${script.integrity}"`,
    },
    {
      purpose: "turn the inline module into data for our own script",
      find: /<script type="module">\s*import \{ hydrate \} from "[^"]*";\s*const __redoc_definition = (.*);\s*const __redoc_options = (.*);\s*hydrate\([^<]*<\/script>/,
      replace: (_, definition = "", options = "") =>
        `<script type="application/json" id="redoc-input">{"definition":${definition},"options":${options}}</script>`,
    },
    {
      purpose: "make the sidebar's links hold on a static host",
      find: /(<a class="[^"]*" )href="\/(?!\/)/g,
      replace: '$1href="#/',
    },
    {
      purpose: "fill in the policy",
      find: policyPlace,
      replace: policy(built),
    },
  ];
}

function failOnAnotherScript(built: string, script: RedocScript): void {
  const asked = /integrity="(sha384-[^"]*)"/.exec(built)?.[1];
  if (asked !== script.shippedIntegrity) {
    throw new Error(
      `The page @redocly/cli wrote asks for a script of ${asked ?? "unknown integrity"}, ` +
        `but the one it carries is ${script.shippedIntegrity}.`,
    );
  }
}

/** Only this site's files may run or load; the inline snippet that sets the colours is allowed by its hash. */
function policy(built: string): string {
  const snippet = /<script>(try\{[^<]*colorMode[^<]*)<\/script>/.exec(built)?.[1];
  if (snippet === undefined) {
    throw new Error(
      "The page @redocly/cli wrote sets its colours in another way than the policy expects.",
    );
  }
  const hash = createHash("sha256").update(snippet).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
