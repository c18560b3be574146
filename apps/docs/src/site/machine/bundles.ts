import { documentText } from "@image-apis/spec";
import { addresses } from "../addresses.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** The documents themselves, to download. */
export function bundles({ apis }: Site): SiteFile[] {
  return apis.flatMap(({ name }) =>
    (["yaml", "json"] as const).map((format) => ({
      path: addresses.bundle(name, format),
      content: documentText(name, format),
    })),
  );
}
