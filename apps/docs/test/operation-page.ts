import { type HTMLElement, parse } from "node-html-parser";
import { addresses } from "../src/site/addresses.ts";
import { loadApis } from "../src/site/api.ts";
import { staticFiles } from "../src/site/site-files.ts";

const files = new Map(staticFiles().map(({ path, content }) => [path, content]));

/** Every operation of every API with its static page, taken apart as a reader of the marks would. */
export const operationPages = loadApis().flatMap((api) =>
  api.operations.map((operation) => ({
    api,
    operation,
    operationId: operation.operationId,
    // A block of code has elements for its colours.
    page: parse(files.get(`${addresses.operation(operation.operationId)}index.html`) ?? "", {
      blockTextElements: {},
    }),
  })),
);

/** The elements of a page with exactly these marks, among others. */
export function marked(page: HTMLElement, marks: Record<string, string>): HTMLElement[] {
  return page
    .querySelectorAll("[data-operation]")
    .filter((element) =>
      Object.entries(marks).every(
        ([name, value]) => element.getAttribute(`data-${name}`) === value,
      ),
    );
}
