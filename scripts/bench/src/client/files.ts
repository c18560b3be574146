import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "../../../../packages/types/dist/generated/capillary/index.js";

/** As many files as one request may have, each as large as it may be. */
export interface LargestUpload {
  paths: string[];
  bytes: number;
  remove(): void;
}

export function largestUpload(): LargestUpload {
  const { maxFiles, maxBytes } = limits.addCustomerImage["multipart/form-data"].file;
  const folder = mkdtempSync(join(tmpdir(), "image-apis-bench-"));
  const image = Buffer.alloc(maxBytes, "image");
  // The signature of a PNG: nobody here looks further.
  image.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const paths = Array.from({ length: maxFiles }, (_, index) => join(folder, `${index}.png`));
  for (const path of paths) writeFileSync(path, image);
  return {
    paths,
    bytes: maxFiles * maxBytes,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
