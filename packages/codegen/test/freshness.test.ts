import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { apiNames } from "@image-apis/spec";
import { afterEach, expect, test } from "vitest";
import { type GeneratedFolder, openGenerator } from "../src/files/generated.ts";
import { staleFiles } from "../src/files/write.ts";
import { loadSources } from "../src/index.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const generate = openGenerator();
const sources = apiNames().map(loadSources);
const stale = (folders: readonly GeneratedFolder[]) =>
  folders.map((it) => staleFiles(root, it)).join("");

test("the committed files are what the documents make", async () => {
  expect(stale(await generate(sources)), "Run `npm run generate` at the root.").toBe("");
});

test("a changed document makes files stale", async () => {
  const [first, ...others] = sources;
  if (first === undefined) throw new Error("There is no API.");
  const document = structuredClone(first.document);
  document.info.version = "99.0.0";
  expect(stale(await generate([{ ...first, document }, ...others]))).toMatch(
    new RegExp(`changed +packages/types/src/generated/${first.api}/limits\\.ts`),
  );
});

test("an added API has missing files, and a removed one leaves unexpected ones", async () => {
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) throw new Error("There is no API.");
  const added = await generate([...sources, { ...first, api: "new-api" }]);
  expect(stale(added)).toMatch(/missing +packages\/types\/src\/generated\/new-api\/wire-types\.ts/);
  expect(added[0]?.files.get("index.ts")).toContain(
    'export * as newApi from "./new-api/index.ts";',
  );
  expect(stale(await generate(sources.slice(0, -1)))).toMatch(
    new RegExp(`unexpected +packages/types/src/generated/${last.api}/wire-types\\.ts`),
  );
});

test("what was made for the same sources is kept, so that a save costs one API", async () => {
  const [first, ...others] = sources;
  if (first === undefined) throw new Error("There is no API.");
  const before = await generate(sources);
  const after = await generate([{ ...first }, ...others]);
  expect(after).toEqual(before);
});

const copies: string[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

/** A repository whose generated files a test may spoil. */
function copyOfTheRepository(): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "image-apis-codegen-")));
  copies.push(copy);
  const copied = ["package.json", "src", "scripts"].map((it) => `packages/codegen/${it}`);
  for (const name of [...copied, ...committedFolders]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  const modules = "packages/codegen/node_modules";
  symlinkSync(join(root, modules), join(copy, modules), "junction");
  return copy;
}

const folders = await generate(sources);
const committedFolders = folders.map(({ folder }) => folder);

/** Runs the command and gives what it ended with and what it said. */
async function run(copy: string, ...options: string[]) {
  const script = join(copy, "packages/codegen/scripts/generate.ts");
  return promisify(execFile)(process.execPath, [script, ...options]).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

test("--check names every stale file and the command, and ends with 1; without it all is brought up to date", async () => {
  const copy = copyOfTheRepository();
  expect(await run(copy, "--check")).toEqual({ code: 0, said: "" });

  for (const { folder, files } of folders) {
    const [changed = "", missing = ""] = [...files.keys()];
    writeFileSync(join(copy, folder, changed), "// edited by hand\n");
    rmSync(join(copy, folder, missing));
    writeFileSync(join(copy, folder, dirname(changed), "stranger.ts"), "export {};\n");
    const { code, said } = await run(copy, "--check");
    expect(code).toBe(1);
    expect(said).toContain(`changed    ${folder}/${changed}\n`);
    expect(said).toContain(`missing    ${folder}/${missing}\n`);
    expect(said).toContain(`unexpected ${folder}/${dirname(changed)}/stranger.ts\n`);
    expect(said).toContain("Run `npm run generate`");
  }
  expect((await run(copy)).code).toBe(0);
  expect(await run(copy, "--check")).toEqual({ code: 0, said: "" });
});
