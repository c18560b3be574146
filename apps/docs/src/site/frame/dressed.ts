import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { type Html, html } from "../html.ts";
import { highlighted } from "./highlighted.ts";

/**
 * A page's content as its HTML shows it: code in colours, and one quiet mark for the notes on where a statement comes
 * from. The texts stay what they are.
 */
export function dressed(content: Html): Html {
  const marks = new Marks();
  const list = (nodes: readonly ElementContent[]): Html => marks.among(nodes.map(node));
  const node = (it: ElementContent): ElementContent => {
    if (it.type !== "element") return it;
    const language = String(it.properties.dataLanguage ?? "");
    const isCode = it.tagName === "pre";
    return { ...it, children: isCode ? highlighted(textOf(it), language) : list(it.children) };
  };
  return list(content);
}

/** The marks of a page. Those with the same notes open the same list. */
class Marks {
  readonly #ids = new Map<string, string>();

  /** Links to evidence that stand side by side become one mark with their number, which opens them without a script. */
  among(nodes: readonly ElementContent[]): Html {
    const made: Html = [];
    let run: Element[] = [];
    const close = () => {
      if (run.length > 0) made.push(...this.#mark(run));
      run = [];
    };
    for (const node of nodes) {
      if (isEvidence(node)) run.push(node);
      else if (run.length === 0 || node.type !== "text" || node.value.trim() !== "") {
        close();
        made.push(node);
      }
    }
    close();
    return made;
  }

  #mark(links: readonly Element[]): Html {
    const notes = links.map(
      ({ properties: { href, title }, children }) =>
        html`<a href="${href as string}"><b>${children}</b> ${title as string}</a>`,
    );
    const key = JSON.stringify(notes);
    const known = this.#ids.get(key);
    const id = known ?? `e${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    const label = `${links.length} ${links.length === 1 ? "note" : "notes"} on the source`;
    return html`<button class="evidence" type="button" popovertarget="${id}" data-count="${links.length}" aria-label="${label}"></button>${known === undefined && html`<span class="evidence-notes" id="${id}" popover>${notes}</span>`}`;
  }
}

function isEvidence(node: ElementContent): node is Element {
  return (
    node.type === "element" &&
    node.tagName === "a" &&
    [node.properties.className].flat().includes("evidence")
  );
}
