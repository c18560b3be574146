import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";

const glossaryFile = "CONTRIBUTING.md";
const heading = "## Words of the house\n";

/** What nobody writes by hand, and what is carried over from a vendor or from a release. */
const leftOut = ["**/generated/**", "spec/*/sources/**", "**/pnpm-lock.yaml", "**/CHANGELOG.md"];

const read = (file: string) => readFileSync(join(repositoryRoot, file), "utf8");

/** The better word, by each word in code type of the glossary's column "not". */
function betterWords(): Map<string, string> {
  const rows = glossary(read(glossaryFile)).matchAll(/^\| ([^|]+) \|([^|]*)\|/gm);
  return new Map(
    [...rows].flatMap(([, better = "", not = ""]) =>
      [...not.matchAll(/`(.+?)`/g)].map(([, word = ""]) => [word, better] as const),
    ),
  );
}

/** The section with the table; it names the words, so it is not searched. */
function glossary(text: string): string {
  const from = text.indexOf(heading);
  const to = text.indexOf("\n## ", from + heading.length);
  return from === -1 ? "" : text.slice(from, to === -1 ? undefined : to);
}

/** The texts that git knows, new ones included. */
function texts(): string[] {
  const patterns = ["ts", "md", "yaml", "yml", "js", "mjs"].map((ending) => `*.${ending}`);
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  return spawnSync("git", args, { cwd: repositoryRoot, encoding: "utf8" })
    .stdout.split("\0")
    .filter((file) => file !== "" && existsSync(join(repositoryRoot, file)))
    .filter((file) => !leftOut.some((pattern) => matchesGlob(file, pattern)));
}

/** `file:line: "old word", better: new word` */
function oldWords(file: string, text: string, better: Map<string, string>): string[] {
  const old = new RegExp(`\\b(?:${[...better.keys()].join("|")})\\b`, "gi");
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(old)].map(([word]) => {
      const instead = better.get(word.toLowerCase());
      return `${file}:${index + 1}: "${word}", better: ${instead}`;
    }),
  );
}

it("every text is written in the words of the glossary", () => {
  const better = betterWords();
  const files = texts();
  expect(files).toContain("spec/README.md");
  const found = files.flatMap((file) => {
    const text = read(file);
    const searched =
      file === glossaryFile
        ? text.replace(glossary(text), (section) => section.replace(/./g, ""))
        : text;
    return oldWords(file, searched, better);
  });
  expect(found).toEqual([]);
});

it("an old word is named with its line and the better word, in capitals too", () => {
  const [[word = "", better = ""] = []] = betterWords();
  const shown = word.replace(/^./, (letter) => letter.toUpperCase());
  expect(oldWords("a.md", `One line.\n${shown} it; not re${word}.`, betterWords())).toEqual([
    `a.md:2: "${shown}", better: ${better}`,
  ]);
});
