import { fileURLToPath } from "node:url";
import manifest from "@image-apis/conformance/package.json" with { type: "json" };

const folder = import.meta.resolve("@image-apis/conformance/package.json");

/** The command as it was built. */
export const cli = fileURLToPath(new URL(manifest.bin["image-apis-conformance"], folder));
