import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  resultTypes: ["violations"],
};

/** What breaks WCAG 2.2 AA on a page without frames, one line for each element. */
export async function findings(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await load(page);
  const { violations } = await page.evaluate<AxeResults, RunOptions>((options) => {
    // The cast: the script that was just evaluated put it there.
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    return axe.run(document, options);
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** As a console would: `page.evaluate` takes twice as long for a script of this size. */
async function load(page: Page): Promise<void> {
  const console = await page.context().newCDPSession(page);
  await console.send("Runtime.evaluate", { expression: source });
  await console.detach();
}
