import type {
  IFunctionResult,
  RuleDefinition,
  RulesetFunctionContext,
} from "@stoplight/spectral-core";
import type { Path } from "./json.ts";

/** What is wrong and, where that is not the checked node itself, at which path. */
export type Finding = IFunctionResult;

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

/** The public address of a rule's page; the same page is `docs/<name>.md` of this package. */
export const pageAddress = (name: string): string => `https://image-apis.example/rules/${name}`;

/** Turns named rules into Spectral's form, each an error that links to its page. */
export function spectralRules(rules: Record<string, Rule>): Record<string, RuleDefinition> {
  return Object.fromEntries(
    Object.entries(rules).map(([name, { description, given, check }]) => [
      name,
      {
        description,
        message: "{{error}}",
        severity: "error",
        documentationUrl: pageAddress(name),
        given,
        resolved: false,
        // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so, and nobody awaits a rule.
        then: {
          function: (node: unknown, _options: unknown, context: RulesetFunctionContext) =>
            check(node, { path: context.path, document: context.document.data }),
        },
      } satisfies RuleDefinition,
    ]),
  );
}
