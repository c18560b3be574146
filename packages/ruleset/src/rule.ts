import type { Path } from "./json.ts";
import { rulePages } from "./rule-pages.ts";

/** What is wrong and, where that is not the checked node itself, at which path. */
export interface Finding {
  message: string;
  path?: Path;
}

/** Where the checked node stands, and the document it stands in. */
export interface Place {
  path: Path;
  /** The whole document with its references as they are written. */
  document: unknown;
}

/** One rule of a ruleset, before it has a name. */
export interface Rule {
  /** The rule as one sentence. */
  description: string;
  /** JSONPath of the nodes to check. */
  given: string | string[];
  /** Finds what breaks the rule. References are not followed: each node is seen once, where it is written. */
  check(node: unknown, place: Place): Finding[];
}

/** A rule in the form that Spectral takes. These are our own types, so that a ruleset needs no package beside it. */
export interface SpectralRule {
  description: string;
  message: string;
  severity: "error";
  /** The page of the rule, where it has a public address. */
  documentationUrl?: string;
  given: string | string[];
  resolved: false;
  then: {
    function: (
      node: unknown,
      options: unknown,
      context: { path: Path; document: { data: unknown } },
    ) => Finding[];
  };
}

/** Whether a document is of the version that a ruleset is for. */
export interface Format {
  (document: unknown): boolean;
  displayName: string;
}

/** A ruleset in the form that Spectral takes. */
export interface SpectralRuleset {
  formats?: Format[];
  rules: Record<string, SpectralRule>;
}

/** The public address of a rule's page, where there is one; the same page is `docs/<name>.md` of this package. */
export function pageAddress(name: string, pages = rulePages): string | undefined {
  return pages === "" ? undefined : `${pages}${name}.md`;
}

/** Turns named rules into Spectral's form, each an error that links to its page where that has an address. */
export function spectralRules(rules: Record<string, Rule>): Record<string, SpectralRule> {
  return Object.fromEntries(
    Object.entries(rules).map(([name, { description, given, check }]) => {
      const page = pageAddress(name);
      return [
        name,
        {
          description,
          message: "{{error}}",
          severity: "error",
          ...(page === undefined ? {} : { documentationUrl: page }),
          given,
          resolved: false,
          // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so, and nobody awaits a rule.
          then: {
            function: (node, _options, context) =>
              check(node, { path: context.path, document: context.document.data }),
          },
        } satisfies SpectralRule,
      ];
    }),
  );
}
