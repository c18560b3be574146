import { browser } from "./browser.ts";
import type { Case } from "./case.ts";
import { programs } from "./programs.ts";
import { testRunners } from "./test-runners.ts";
import { workers } from "./workers.ts";

/** Every runtime and tool, in the order of the README's table. */
export function cases(folder: string, image: string): Case[] {
  return [
    ...programs(folder, image),
    workers(folder),
    ...testRunners(folder, image),
    ...browser(folder),
  ];
}
