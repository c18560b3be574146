import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packOne, unpack } from "../../src/release/pack.ts";
import { repositoryRoot } from "../../src/repository.ts";

/** Where the packages of ours stand, by name. */
const folders: Record<string, string> = {
  "@image-apis/client": "packages/client",
  "@image-apis/types": "packages/types",
  "@image-apis/spec": "packages/spec",
  "@image-apis/http-contract": "packages/http-contract",
  "@image-apis/conformance": "packages/conformance",
  "@image-apis/reference": "packages/reference",
  "@image-apis/mock": "apps/mock",
};

/** A copy of an example with its packages installed. */
export interface InstalledExample {
  folder: string;
  remove(): void;
}

/**
 * Copies an example into an empty folder and installs what its package.json names: ours from the packed files, as a registry
 * would have them, and the others as this repository has them, so that nothing is downloaded.
 *
 * @param name - the folder in `scripts/examples`; nothing for an empty project.
 * @param more - packages to install besides.
 */
export function installExample(name?: string, more: readonly string[] = []): InstalledExample {
  const folder = mkdtempSync(join(tmpdir(), "example-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  try {
    const wanted = new Set(more);
    if (name !== undefined) {
      cpSync(join(repositoryRoot, "scripts/examples", name), folder, { recursive: true });
      for (const one of needs(folder, true)) wanted.add(one);
    }
    install(folder, wanted);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

function install(project: string, wanted: Set<string>): void {
  const packed = join(project, ".packed");
  for (const name of wanted) {
    const target = join(project, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    const own = folders[name];
    if (own === undefined) {
      symlinkSync(installedFolder(name), target, "junction");
    } else {
      unpack(packOne(own, packed).tarball, target);
      // A set that grows while it is read is read to its end.
      for (const one of needs(target)) wanted.add(one);
    }
  }
  rmSync(packed, { recursive: true, force: true });
}

function needs(folder: string, alsoTools = false): string[] {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Record<string, Record<string, string> | undefined>;
  return Object.keys({ ...dependencies, ...(alsoTools ? devDependencies : {}) });
}

/** Where this repository has a package of others, for whichever of our packages needs it. */
function installedFolder(name: string): string {
  const found = ["scripts", ...Object.values(folders)]
    .map((own) => join(repositoryRoot, own, "node_modules", name))
    .find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`No package of this repository has ${name}.`);
  return found;
}
