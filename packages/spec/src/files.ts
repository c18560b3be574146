import { readFileSync } from "node:fs";

/** The package's own root, the same from src/ and from dist/. */
const packageRoot = new URL("./", import.meta.resolve("@image-apis/spec/package.json"));

/** Reads a file of this package, addressed from its root. */
export function readPackageFile(path: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(path, packageRoot));
}

/** Reads a JSON file of this package. */
export function readPackageJson<T>(path: string): T {
  return JSON.parse(readPackageFile(path).toString("utf8")) as T;
}
