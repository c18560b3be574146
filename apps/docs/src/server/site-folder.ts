import { fileURLToPath } from "node:url";

/** The folder of the built site; the same from src/ and from dist/. It exists after the package's build. */
export function siteFolder(): string {
  return fileURLToPath(new URL("../../dist/site", import.meta.url));
}
