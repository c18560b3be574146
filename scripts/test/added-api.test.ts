import { execFile } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { copyRepository } from "../src/repository-copy.ts";

const added = fileURLToPath(new URL("added", import.meta.url));
const api = "shelf";
let copy: string;

/**
 * The documents of an API are put into spec/ and named in redocly.yaml, and those of an operation into the folder of
 * another API; nothing else is edited.
 */
beforeAll(() => {
  copy = copyRepository();
  cpSync(join(added, api), join(copy, "spec", api), { recursive: true });
  appendFileSync(
    join(copy, "spec/conditions.yaml"),
    readFileSync(join(added, "conditions.yaml"), "utf8"),
  );
  const file = join(copy, "redocly.yaml");
  const config = parse(readFileSync(file, "utf8")) as { apis: object };
  const apis = { ...config.apis, [api]: { root: `spec/${api}/openapi.yaml` } };
  writeFileSync(file, stringify({ ...config, apis }));

  const other = join(copy, "spec/superoffice");
  cpSync(join(added, "company"), other, { recursive: true });
  const path = "/api/v1/Contact/{contactId}/Image";
  edit(join(other, "openapi.yaml"), (text) =>
    text.replace(
      /^paths:\n/m,
      `paths:\n  ${path}:\n    $ref: paths/api_v1_Contact_{contactId}_Image.yaml\n`,
    ),
  );
  const statements = readFileSync(join(added, "company.provenance.yaml"), "utf8").replace(
    /^/gm,
    "  ",
  );
  edit(join(other, "provenance.yaml"), (text) =>
    text.replace(/^statements:\n/m, `statements:\n${statements}\n`),
  );
});
afterAll(() => rmSync(copy, { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Runs Node in a folder of the copy; what it prints, or an error with it. */
async function node(folder: string, ...args: string[]): Promise<string> {
  const cwd = join(copy, folder);
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd }).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new Error(`${args.join(" ")} in ${folder} failed:\n${error.stdout}${error.stderr}`);
    },
  );
  return stdout;
}

/** Runs a script of a package of the copy. */
async function script(folder: string, name: string): Promise<void> {
  const manifest = readFileSync(join(copy, folder, "package.json"), "utf8");
  const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
  const bin = [join(copy, folder, "node_modules/.bin"), join(copy, "node_modules/.bin")];
  const PATH = [...bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  await promisify(execFile)("sh", ["-c", scripts[name] ?? "false"], {
    cwd: join(copy, folder),
    env: { ...process.env, PATH },
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${name} of ${folder} failed:\n${error.stdout}${error.stderr}`);
  });
}

it("its documents pass the lint", async () => {
  expect(await node("packages/spec-tools", "scripts/lint.ts")).toContain("nothing to report");
});

it("everything is generated from them, and is then fresh", async () => {
  await script("packages/spec", "build");
  const generate = ["scripts/generate.ts"];
  expect(await node("packages/codegen", ...generate)).toContain(
    `packages/client/src/generated/${api}/client.ts`,
  );
  expect(await node("packages/codegen", ...generate, "--check")).toBe("");
});

it("types, client and contract build and compile", async () => {
  cpSync(join(added, "use-shelf.ts"), join(copy, "packages/contract/test/use-shelf.ts"));
  cpSync(join(added, "grid.ts"), join(copy, "packages/contract/scripts/grid.ts"));
  for (const folder of ["packages/types", "packages/client"]) await script(folder, "build");
  for (const folder of ["packages/types", "packages/client", "packages/contract"]) {
    await script(folder, "typecheck");
  }
});

it("its client uploads to the mock, its answers are checked, and /msw answers for it", async () => {
  const picture = { picture_id: 7, title: "Front", bytes: 49456 };
  const said = await node("packages/contract", "test/use-shelf.ts");
  expect(JSON.parse(said)).toMatchObject({
    added: picture,
    page: { pictures: [picture], next_page: 1 },
    known: picture,
    deleted: true,
    limit: expect.stringContaining('picture ("small.png") has 100 bytes; the documented minimum'),
    refused: [422, 31, expect.stringContaining("The picture is too small")],
    unknown: [404, 44, expect.stringContaining("There is no such picture")],
    problems: 2,
  });
});

it("its pages are built, with the samples of every exchange", async () => {
  await script("apps/docs", "build");
  const pages = join(copy, "apps/docs/dist/site/ref");
  const samples = readFileSync(join(pages, "addPicture/samples/index.html"), "utf8");
  for (const ending of [".sh", ".ps1", ".client.ts", ".fetch.ts", ".py", ".cs"]) {
    expect(samples).toContain(`data-sample="add-picture-too-small${ending}"`);
  }
});

it.each([
  ["the API", api, "addPicture"],
  ["the operation", "superoffice", "saveCompanyImage"],
])("the requests of %s hold on everything that is made from the documents", async (_, name, id) => {
  const { grid, empty } = JSON.parse(await node("packages/contract", "scripts/grid.ts", name));
  expect(empty).toEqual([]);
  expect(grid).toContain(`${name} ${id}\n`);
  expect(grid, grid).not.toMatch(/ (red|empty)( |$)/m);
});
