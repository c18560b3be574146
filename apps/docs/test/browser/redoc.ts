import type { Operation } from "@image-apis/spec";
import type { Locator, Page } from "playwright-core";
import { slug } from "../../src/site/guides/render.ts";
import { settled } from "./visit.ts";

/**
 * The operations that Redoc shows below each other once each has been opened. Those of another tag
 * take their place.
 */
export function byTag(operations: readonly Operation[]): Operation[][] {
  return [...Map.groupBy(operations, ({ tags: [tag = ""] }) => tag).values()];
}

/** The heading of an operation, wherever on Redoc's page it is. */
export function headingOf(page: Page, operation: Operation | undefined): Locator {
  return page.locator("h2", { has: page.getByText(operation?.summary ?? "", { exact: true }) });
}

/** Which of the operations Redoc does not show, or shows nothing of but the heading. */
export async function notShown(page: Page, operations: readonly Operation[]): Promise<string[]> {
  const missing: string[] = [];
  for (const operation of operations) {
    const section = page.locator("[data-section-id]", { has: headingOf(page, operation) });
    const isShown = (await section.getByText(operation.path).count()) > 0;
    if (!isShown) missing.push(`${operation.operationId} is not shown`);
  }
  return missing;
}

/** Goes to an operation within Redoc, whose page is open and settled. */
export async function openOperation(page: Page, operation: Operation | undefined): Promise<void> {
  const { operationId = "", tags: [tag = ""] = [] } = operation ?? {};
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `/${slug(tag)}/${operationId.toLowerCase()}`,
  );
  await headingOf(page, operation).waitFor();
  await settled(page);
}
