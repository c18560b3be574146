import { readFileSync } from "node:fs";
import { join } from "node:path";
import bundleRules from "@image-apis/ruleset";
import layoutRules from "@image-apis/ruleset/layout";
import { repositoryRoot } from "@image-apis/spec/generator";
import type { RulesetDefinition } from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";
import { documentationRules } from "./documentation-rules.ts";
import { redoclyRules } from "./redocly-rules.ts";

/** What a rule asks for and how that is done. */
export interface Explanation {
  /** The rule as one sentence; `undefined` for a rule nobody describes. */
  sentence: string | undefined;
  /** What to do, or how it looks when it is right. */
  fix: string | undefined;
}

/** The rules that no ruleset holds. */
const ownRules: Record<string, Explanation> = {
  yaml: {
    sentence: "Every .yaml file below spec/ can be read as YAML.",
    fix: "Do what the message says, or fix the indentation or the doubled key here. The rest is checked when every file can be read.",
  },
  shape: {
    sentence:
      "Every file is a mapping with the keys of its kind, as packages/spec-tools/schemas/ has them.",
    fix: "Correct the key or the value; the rest is checked when every file has its shape.",
  },
  "unreferenced-file": {
    sentence: "Every path, component and example file is part of a document.",
    fix: "Refer to the file with a $ref, or delete it.",
  },
  provenance: {
    sentence:
      "Every statement of a document names its source, prose included, and every line of a page is read or left out.",
    fix: "Change the statement, its entry in provenance.yaml or the inventory until they agree.",
  },
  "exchange-evidence": {
    sentence:
      "An exchange claims no more than the provenance of the operation, parameters, sign-in, body and response it shows.",
    fix: "Lower the status of the exchange, or give the place it shows the statement that it has in a page.",
  },
  "to-do": {
    sentence: "A text that stands in for one is written over before it is published.",
    fix: "Write over everything from TODO to the end of its sentence, or delete what does not apply.",
  },
  "generated-code": {
    sentence: "Everything in a document can be offered by generated code.",
    fix: "Describe it as the message says. The page lists what is supported.",
  },
  condition: {
    sentence:
      "Every x-when names a condition of spec/conditions.yaml, and every condition is used.",
    fix: undefined,
  },
  overlay: {
    sentence: "Every target of client.overlay.yaml names something of the document.",
    fix: "Correct the target, or delete the action of what is no longer there.",
  },
  exchange: {
    sentence:
      "An exchange names only what there is and sends what the document takes; a refusal breaks what it says.",
    fix: "Write a name or a value that fits, add what is named, or name the rule under breaks of a refusal.",
  },
};

const ofSpectral = [bundleRules, layoutRules, oas as RulesetDefinition, documentationRules];

/** Explains a rule by its name and page. */
export function explain(rule: string, page: string | undefined): Explanation {
  const known = ownRules[rule] ?? redoclyRules[rule];
  if (known !== undefined) return known;
  return { sentence: spectralSentence(rule), fix: goodExample(page) };
}

function spectralSentence(rule: string): string | undefined {
  for (const ruleset of ofSpectral) {
    const definition = (ruleset as { rules: Record<string, unknown> }).rules[rule];
    const { description, message } = (definition ?? {}) as Record<string, string | undefined>;
    if (description ?? message) return description ?? message;
  }
  return undefined;
}

/** The first example of a rule's page, which shows how it is right. Addresses of the web are not followed. */
function goodExample(page: string | undefined): string | undefined {
  if (page === undefined || /^https?:/.test(page)) return undefined;
  const text = readFileSync(join(repositoryRoot, page), "utf8");
  const code = /## Good\n.*?```yaml\n(.*?)```/s.exec(text)?.[1];
  return code === undefined ? undefined : `Write it like this:\n${code.trimEnd()}`;
}
