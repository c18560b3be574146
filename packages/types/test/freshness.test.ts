import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadDocument, type OpenApiDocument } from "@image-apis/spec";
import { afterEach, expect, test } from "vitest";
import { documents } from "../build/documents.ts";
import { readFolder } from "../build/folder.ts";
import { generatedFiles } from "../build/generated-files.ts";
import { compare, report } from "../build/staleness.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const committed = readFolder(join(root, "src/generated"));

test("the committed files are what the documents make", async () => {
  const staleness = compare(await generatedFiles(documents()), committed);
  expect(report(staleness, "src/generated"), "Run `npm run generate` at the root.").toBe("");
});

test.each<[what: string, file: string, change: (document: OpenApiDocument) => void]>([
  [
    "limit",
    "capillary/limits.ts",
    (document) => {
      const upload = document.components.schemas?.CustomerImageUpload?.properties?.file;
      Object.assign(upload ?? {}, { "x-limits": { maxFiles: 6 } });
    },
  ],
  [
    "path",
    "capillary/routes.ts",
    (document) => {
      const path = "/v2/customers/{customerId}/setImage";
      document.paths["/v3/setImage"] = document.paths[path] ?? {};
      delete document.paths[path];
    },
  ],
  [
    "description",
    "capillary/wire-types.ts",
    (document) => {
      Object.assign(document.components.schemas?.AccessToken ?? {}, { description: "Other words" });
    },
  ],
  [
    "header of a security scheme",
    "capillary/security-schemes.ts",
    (document) => {
      for (const scheme of Object.values(document.components.securitySchemes ?? {})) {
        if (scheme.type === "apiKey") scheme.name = "X-Other";
      }
    },
  ],
  [
    "error code",
    "capillary/error-codes.ts",
    (document) => {
      const refused = document.components.responses?.CustomerImagesRefused?.content;
      const [example] = Object.values(refused?.["application/json"]?.examples ?? {});
      if (example !== undefined) example["x-error-code"] = 9999;
    },
  ],
])("a changed %s makes %s stale", async (_, file, change) => {
  const changed = documents();
  const capillary = changed.get("capillary");
  if (capillary === undefined) throw new Error("There is no such API.");
  change(capillary);
  expect(compare(await generatedFiles(changed), committed).changed).toContain(file);
});

test("an API that was added has missing files, one that was removed leaves unexpected ones", async () => {
  const added = new Map([...documents(), ["new-api", loadDocument("superoffice")] as const]);
  const fresh = await generatedFiles(added);
  expect(compare(fresh, committed).missing).toContain("new-api/wire-types.ts");
  expect(fresh.get("index.ts")).toContain('export * as newApi from "./new-api/index.ts";');
  const removed = new Map([["capillary", loadDocument("capillary")]]);
  expect(compare(await generatedFiles(removed), committed).unexpected).toContain(
    "superoffice/wire-types.ts",
  );
});

const copies: string[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

/** A copy of the package whose generated files a test may spoil. */
function copyOfThePackage(): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "image-apis-types-")));
  copies.push(copy);
  for (const name of ["package.json", "build", "scripts", "src"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** Runs the command and gives what it ended with and what it said. */
async function generate(folder: string, ...options: string[]) {
  const script = join(folder, "scripts/generate.ts");
  const run = promisify(execFile)(process.execPath, [script, ...options]);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

test("--check says nothing when all is well; when not, it names the files and the command and ends with 1", async () => {
  const copy = copyOfThePackage();
  expect(await generate(copy, "--check")).toEqual({ code: 0, said: "" });

  const generated = join(copy, "src/generated");
  writeFileSync(join(generated, "capillary/limits.ts"), "// edited by hand\n");
  rmSync(join(generated, "superoffice/routes.ts"));
  writeFileSync(join(generated, "stranger.ts"), "export {};\n");
  const { code, said } = await generate(copy, "--check");
  expect(code).toBe(1);
  expect(said).toMatch(/changed +packages\/types\/src\/generated\/capillary\/limits\.ts/);
  expect(said).toMatch(/missing +packages\/types\/src\/generated\/superoffice\/routes\.ts/);
  expect(said).toMatch(/unexpected +packages\/types\/src\/generated\/stranger\.ts/);
  expect(said).toContain("Run `npm run generate`");

  expect((await generate(copy)).code).toBe(0);
  expect(readFolder(generated)).toEqual(committed);
});
