import type { Overlay } from "../src/overlay.ts";
import type { Sources, TextFile } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** The overlay of an API with its file; `undefined` where the API has none. */
export function readOverlay(
  sources: Sources,
  api: string,
): { source: TextFile; overlay: Overlay } | undefined {
  const source = sources.get(`spec/${api}/client.overlay.yaml`);
  // The cast: the lint holds the file against its schema.
  return source && { source, overlay: yamlMapping(source) as unknown as Overlay };
}
