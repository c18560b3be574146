import { type HTMLElement, parse } from "node-html-parser";

/** The marks an element of a page carries, without `data-`, and its `value`: `{ parameter: "w", in: "query" }`. */
export type Marks = Readonly<Record<string, string>>;

/** An element of a page that says what it is about. */
export interface MarkedElement {
  marks: Marks;
  /** What a reader sees. */
  text: string;
}

/** Reads every marked element of a page that belongs to an operation, in the page's order. */
export function markedElements(html: string, operationId: string): MarkedElement[] {
  const page = parse(html, { blockTextElements: { script: false, style: false } });
  return page
    .querySelectorAll("[data-operation]")
    .map((element) => ({ marks: marksOf(element), text: element.text }))
    .filter(({ marks }) => marks.operation === operationId);
}

/** Those elements whose marks have these names, and these values where one is given. */
export function having(
  elements: readonly MarkedElement[],
  wanted: Readonly<Record<string, string | true>>,
): MarkedElement[] {
  return elements.filter(({ marks }) =>
    Object.entries(wanted).every(([name, value]) =>
      value === true ? marks[name] !== undefined : marks[name] === value,
    ),
  );
}

function marksOf(element: HTMLElement): Marks {
  return Object.fromEntries(
    Object.entries(element.attributes)
      .filter(([name]) => name.startsWith("data-") || name === "value")
      .map(([name, value]) => [name.replace(/^data-/, ""), value]),
  );
}
