import { readFileSync } from "node:fs";
import { hashedPath, type SiteFile } from "./site-file.ts";

const folder = new URL("../../assets/", import.meta.url);

/** A file of `assets/`, under a name that changes with its content. */
export function hashedAsset(
  name: string,
  change: (text: string) => string = (text) => text,
): SiteFile {
  const content = change(readFileSync(new URL(name, folder), "utf8"));
  return { path: hashedPath(`assets/${name}`, content), content };
}
