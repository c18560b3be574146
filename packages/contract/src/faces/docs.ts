import { operationFinder } from "@image-apis/conformance";
import { cellOf } from "../cell.ts";
import type { Pages } from "../docs/built-pages.ts";
import { exchangeDifferences } from "../docs/exchange.ts";
import { operationDifferences } from "../docs/operation.ts";
import { type MarkedElement, markedElements } from "../docs/page.ts";
import type { Face } from "../face.ts";

/**
 * The built pages: the block marked with an exchange's operation, status, media type and example holds the
 * documented value, and the page says of the operation what the document says.
 */
export function docsFace(pages: Pages): Face {
  return {
    name: "docs",
    open(contract) {
      const { document } = contract;
      const operationOf = operationFinder(contract);
      const elementsOf = markedPages(pages);
      return {
        check(exchange) {
          const operation = operationOf(exchange);
          const elements = elementsOf(operation.operationId);
          return cellOf([
            ...operationDifferences(document, operation, elements),
            ...exchangeDifferences(operation, exchange, elements),
          ]);
        },
      };
    },
  };
}

/** Parses each page once. */
function markedPages(pages: Pages): (operationId: string) => readonly MarkedElement[] {
  const parsed = new Map<string, readonly MarkedElement[]>();
  return (operationId) => {
    const known = parsed.get(operationId);
    if (known !== undefined) return known;
    const html = pages(operationId);
    if (html === undefined) throw new Error(`There is no page for ${operationId}.`);
    const elements = markedElements(html, operationId);
    parsed.set(operationId, elements);
    return elements;
  };
}
