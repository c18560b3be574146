import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bundleApis, makeBundles, redoclyPlugin, repositoryRoot } from "../generator/index.ts";
import { apiNames, documentText, loadDocument, sourceLocations } from "../src/apis.ts";
import { statementPlaces } from "../src/evidence/statements.ts";
import { toPointer } from "../src/json.ts";

describe.each(apiNames())("the bundle of %s", (api) => {
  const document = loadDocument(api);

  it("says the same as YAML and as JSON", () => {
    expect(parse(documentText(api, "yaml"))).toEqual(JSON.parse(documentText(api, "json")));
  });

  it("keeps the name of every component file", () => {
    for (const [kind, components] of Object.entries(document.components)) {
      for (const name of Object.keys(components)) {
        expect(
          existsSync(`${repositoryRoot}spec/${api}/components/${kind}/${name}.yaml`),
          `${kind}/${name}`,
        ).toBe(true);
      }
    }
  });

  it("holds every example in place, under the name of its file", () => {
    expect(document.components).not.toHaveProperty("examples");
    const text = documentText(api, "json");
    expect(text).not.toMatch(/"\$ref": "(?!#\/components\/)/);
    expect(text).not.toMatch(/-2": \{\s+"summary"/);
  });

  it("leads from every statement back to the line that makes it", () => {
    const locate = sourceLocations(api);
    for (const { pointer } of statementPlaces(document)) {
      const { file, line } = locate(pointer);
      const written = readFileSync(repositoryRoot + file, "utf8").split("\n");
      expect(line, pointer).toBeLessThanOrEqual(written.length);
      const last = pointer
        .slice(pointer.lastIndexOf("/") + 1)
        .replaceAll("~1", "/")
        .replaceAll("~0", "~");
      const isWholeFile = line === 1;
      if (!isWholeFile && !/^\d+$/.test(last)) expect(written[line - 1], pointer).toContain(last);
    }
  });
});

it("two bundles of the same sources are the same, byte for byte", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  await bundleApis(repositoryRoot, folder);
  for (const name of readdirSync(folder)) {
    const [made, kept] = [join(folder, name), join(repositoryRoot, "packages/spec/dist", name)];
    expect(readFileSync(made, "utf8") === readFileSync(kept, "utf8"), name).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

it("an API that was removed leaves nothing behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  writeFileSync(join(folder, "removed.json"), "{}");
  writeFileSync(join(folder, "removed.exchanges.json"), "[]");
  await bundleApis(repositoryRoot, folder);
  expect(readdirSync(folder).filter((name) => name.startsWith("removed"))).toEqual([]);
  rmSync(folder, { recursive: true });
});

it("a component that would be renamed stops the bundle", async () => {
  const copy = copyOfSources();
  const nested = `${copy}/spec/superoffice/components/schemas/other`;
  mkdirSync(nested);
  writeFileSync(`${nested}/ApiError.yaml`, "type: object\nrequired: []\n");
  const image = `${copy}/spec/superoffice/components/schemas/ImageInfo.yaml`;
  writeFileSync(
    image,
    readFileSync(image, "utf8").replace("Associate.yaml", "other/ApiError.yaml"),
  );
  await expect(makeBundles(copy)).rejects.toThrow(/ApiError/);
  rmSync(copy, { recursive: true });
});

describe("what stops a bundle is told with its file", () => {
  const copy = copyOfSources();
  afterAll(() => rmSync(copy, { recursive: true }));
  const root = "spec/capillary/openapi.yaml";
  const schema = "spec/capillary/components/schemas/Customer.yaml";
  const exchange = "spec/superoffice/exchanges/savePersonImage/png.yaml";
  const malformed = (text: string) => `${text}\n : [`;
  const empty = () => "";

  it.each([
    [root, "empty", empty],
    [root, "no OpenAPI document", () => "paths: 5\n"],
    [root, "malformed", malformed],
    [schema, "malformed", malformed],
    [exchange, "empty", empty],
    [exchange, "malformed", malformed],
    ["spec/superoffice/provenance.yaml", "empty", empty],
    ["spec/superoffice/provenance.yaml", "malformed", malformed],
    ["redocly.yaml", "malformed", malformed],
    ["redocly.yaml", "without an API", empty],
  ])("%s that is %s", async (file, _, spoil) => {
    const good = readFileSync(join(copy, file), "utf8");
    writeFileSync(join(copy, file), spoil(good));

    const outcome = await makeBundles(copy).catch((error: Error) => error.message);

    writeFileSync(join(copy, file), good);
    expect(outcome).toContain(file);
  });
});

function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), "repository-"));
  for (const name of ["redocly.yaml", redoclyPlugin, "spec"]) {
    cpSync(join(repositoryRoot, name), join(copy, name), { recursive: true });
  }
  return copy;
}

it("a pointer's tokens are escaped", () => {
  expect(toPointer(["paths", "/a~b/{c}", 0])).toBe("/paths/~1a~0b~1{c}/0");
});
