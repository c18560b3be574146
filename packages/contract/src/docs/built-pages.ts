import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Finds the HTML of an operation's page; `undefined` where there is none. */
export type Pages = (operationId: string) => string | undefined;

/** The pages of a built site. */
export function builtPages(folder: string): Pages {
  return (operationId) => {
    const file = join(folder, "ref", operationId, "index.html");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
}
