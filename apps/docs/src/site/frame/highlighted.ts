import type { ElementContent, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import bash from "highlight.js/lib/languages/bash";
import csharp from "highlight.js/lib/languages/csharp";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import powershell from "highlight.js/lib/languages/powershell";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import { createLowlight } from "lowlight";

const languages = { shell: bash, csharp, http, json, powershell, python, typescript, xml };
const lowlight = createLowlight(languages);
const known = new Map<string, ElementContent[]>();

/** What gets a colour, by the highlighter's names. All else, such as brackets, has that of the text and needs no element. */
const colours: Readonly<Record<string, string>> = {
  comment: "c",
  meta: "c",
  keyword: "k",
  literal: "k",
  string: "s",
  regexp: "s",
  number: "n",
  attr: "n",
  attribute: "n",
  variable: "n",
  name: "t",
  title: "t",
};

/** A program's text, its words in elements whose class says their colour; a language without colours stays text. */
export function highlighted(text: string, language: string): ElementContent[] {
  if (!lowlight.registered(language)) return [{ type: "text", value: text }];
  const key = `${language}\n${text}`;
  const made =
    known.get(key) ?? merged(lowlight.highlight(language, text, { prefix: "" }).children);
  known.set(key, made);
  return made;
}

/** Only what has a colour is an element, and what stands beside its like is one with it. */
function merged(nodes: readonly RootContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const piece of nodes.flatMap(pieces)) {
    const last = made.at(-1);
    if (last?.type === "text" && piece.type === "text") last.value += piece.value;
    else made.push(piece);
  }
  return made;
}

function pieces(node: RootContent): ElementContent[] {
  if (node.type === "text") return [{ ...node }];
  if (node.type !== "element") return [];
  const colour = colours[String([node.properties.className].flat()[0])];
  if (colour === undefined) return node.children.flatMap(pieces);
  const children: ElementContent[] = [{ type: "text", value: textOf(node) }];
  return [{ type: "element", tagName: "i", properties: { className: [colour] }, children }];
}
