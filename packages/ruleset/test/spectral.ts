import {
  Document,
  type RuleDefinition,
  type RulesetDefinition,
  Spectral,
} from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { Resolver } from "@stoplight/spectral-ref-resolver";

/** The files that the documents of these tests refer to do not exist. */
const unresolved = new Resolver({ dereferenceInline: false, dereferenceRemote: false });

/** What a ruleset finds in a text, as rule, line (from 1) and message. */
export interface Found {
  rule: string;
  line: number;
  message: string;
}

export async function lint(ruleset: RulesetDefinition, text: string): Promise<Found[]> {
  const linter = new Spectral({ resolver: unresolved });
  linter.setRuleset(ruleset);
  const document = new Document(text, parsers.Yaml, "document.yaml");
  const results = await linter.run(document, { ignoreUnknownFormat: true });
  return results
    .map(({ code, range, message }) => ({
      rule: String(code),
      line: range.start.line + 1,
      message,
    }))
    .sort((a, b) => a.line - b.line || a.message.localeCompare(b.message));
}

/** The rules of a ruleset by name. */
export function rulesOf(ruleset: RulesetDefinition): [string, RuleDefinition][] {
  return Object.entries("rules" in ruleset ? ruleset.rules : {}) as [string, RuleDefinition][];
}
