import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The names of all packages that an installation brings, this one's own among them. */
function installed(from: string, known = new Map<string, string>()): Map<string, string> {
  const { name, dependencies, optionalDependencies }: Manifest = JSON.parse(
    readFileSync(join(from, "package.json"), "utf8"),
  );
  if (known.has(name)) return known;
  known.set(name, from);
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const found = folderOf(needed, from);
    // An optional one may be for another system.
    if (found !== undefined) installed(found, known);
    else expect(Object.keys(dependencies ?? {}), `${needed} of ${name}`).not.toContain(needed);
  }
  return known;
}

/** Where Node finds a package, from the real folder of another. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = realpathSync(from); at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, "node_modules", name);
    if (existsSync(candidate)) return realpathSync(candidate);
  }
  return undefined;
}

const names = [...installed(folder).keys()];

it("brings what it needs to speak HTTP and to read documents", () => {
  expect(names).toEqual(expect.arrayContaining(["@image-apis/spec", "@image-apis/http-contract"]));
});

it.each([/^typescript/, /^busboy$/, /html-parser|parse5|htmlparser2|cheerio|jsdom/])(
  "brings no %s",
  (pattern) => {
    expect(names.filter((it) => pattern.test(it))).toEqual([]);
  },
);

it("brings no package of this repository but the documents and how requests and responses are read", () => {
  const own = names.filter((it) => it.startsWith("@image-apis/")).sort();
  expect(own).toEqual(["@image-apis/conformance", "@image-apis/http-contract", "@image-apis/spec"]);
});
