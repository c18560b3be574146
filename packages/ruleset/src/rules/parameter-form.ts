import { isObject, objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";
import { hasType } from "../schema-nodes.ts";

export const parameterForm: Rule = {
  description: "A parameter of several values is sent in the form that its text shows.",
  given: ["$.components.parameters[*]", "$.paths[*].parameters[*]", "$.paths[*][*].parameters[*]"],
  check(parameter, { path }) {
    if (!isObject(parameter) || !hasType(objectAt(parameter.schema), "array")) return [];
    const text = String(parameter.description ?? "");
    const isRepeated = parameter.explode ?? (parameter.in === "query" || parameter.in === "cookie");
    const shown = shownForm(text, String(parameter.name));
    if (shown === undefined || shown === isRepeated) return [];
    const [is, not] = shown
      ? ["repeated", "explode: true"]
      : ["sent once, with commas", "explode: false"];
    return [
      {
        message: `The text of "${String(parameter.name)}" shows it ${is}. Write \`${not}\`, or correct the text.`,
        path: "explode" in parameter ? [...path, "explode"] : path,
      },
    ];
  },
};

/** Whether a text shows the parameter repeated; `undefined` where it shows no form. */
function shownForm(text: string, name: string): boolean | undefined {
  const query = new RegExp(`\\b${name}=[^&\`\\s]*&${name}=`);
  if (query.test(text) || /\brepeat(?:ed|s)?\b(?! a request)/i.test(text)) return true;
  if (new RegExp(`\\b${name}=[^&\`\\s]*,`).test(text) || /\bcomma-separated\b/i.test(text))
    return false;
  return undefined;
}
