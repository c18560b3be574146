import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isError } from "@image-apis/spec-tools";
import { copyDocuments } from "@image-apis/testing/documents";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openChecker } from "../src/dev/checker.ts";
import { create as createIn } from "../src/new/create.ts";
import type { KindName } from "../src/new/kinds.ts";
import { type Lint, openLint } from "../src/new/write.ts";
import { insertInto } from "../src/new/yaml-text.ts";

/** The documents alone, to be added to; each test has them as they are. */
const copy = mkdtempSync(join(tmpdir(), "new-"));
beforeEach(() => copyDocuments(copy));
afterEach(() => rmSync(join(copy, "spec"), { recursive: true }));
afterAll(() => rmSync(copy, { recursive: true }));

/** Judges the copy; what did not change since the last call is not judged again. */
const verdict: Lint = openLint(copy);

const create = (kind: KindName, flags: Record<string, string>) =>
  createIn(copy, kind, flags, { lint: verdict });

const lint = async () => (await verdict()).findings.filter(isError);
const toDos = async () =>
  (await verdict()).findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
const read = (file: string) => parse(readFileSync(join(copy, file), "utf8"));

function linesWith(file: string, word: string): number[] {
  const lines = readFileSync(join(copy, file), "utf8").split("\n");
  return lines.flatMap((line, index) => (line.includes(word) ? [index + 1] : []));
}

const operation = {
  api: "superoffice",
  method: "get",
  path: "/api/v1/Person/{personId}/TrialPortrait/{trialId}",
  id: "listTrialPortraits",
  summary: "List a person's images",
  tag: "Person images",
  source: "SO-GET",
};

it("names in snake case become the names of files and examples that the lint takes", async () => {
  const path = "/api/v1/Person/{personId}/Pictures/{picture_id}";
  const { created } = await create("operation", { ...operation, path });
  expect(created).toContain("spec/superoffice/components/parameters/PictureId.yaml");
  expect(created).toContain("spec/superoffice/examples/parameters/pictureId.yaml");
  const { name } = read("spec/superoffice/components/parameters/PictureId.yaml");
  expect(name).toBe("picture_id");
  expect(await lint()).toEqual([]);
});

it("an operation, a second example, an exchange and a second method pass the lint, one after the other", async () => {
  const first = await create("operation", operation);
  const path = "spec/superoffice/paths/api_v1_Person_{personId}_TrialPortrait_{trialId}.yaml";
  expect(first.created).toContain(path);
  expect(first.created).toContain("spec/superoffice/components/parameters/TrialId.yaml");
  expect(first.created).not.toContain("spec/superoffice/components/parameters/PersonId.yaml");
  expect(first.changed).toEqual([
    "spec/superoffice/openapi.yaml",
    "spec/superoffice/provenance.yaml",
  ]);
  const open = await toDos();
  const marked = [...first.created, ...first.changed].flatMap((file) =>
    linesWith(file, "TODO: ").map((line) => `${file}:${line} to-do`),
  );
  expect(new Set(open)).toEqual(new Set(marked));
  for (const file of first.created) {
    expect(open).toContainEqual(expect.stringContaining(file));
  }
  expect(first.created.filter((file) => file.includes("/examples/listTrialPortraits/"))).toEqual([
    "spec/superoffice/examples/listTrialPortraits/200-done.yaml",
  ]);
  expect(Object.keys(read(path).get.responses["400"])).toEqual(["description"]);
  expect(read("spec/superoffice/exchanges/listTrialPortraits/one-request.yaml").source).toBe(
    operation.source,
  );

  const second = await create("example", {
    operation: operation.id,
    status: "200",
    meaning: "no-image",
  });
  expect(second.created).toEqual([
    "spec/superoffice/examples/listTrialPortraits/200-no-image.yaml",
  ]);
  expect(second.changed).toEqual([path, "spec/superoffice/provenance.yaml"]);

  const exchange = await create("exchange", {
    operation: operation.id,
    name: "no-image",
    summary: "A person without an image",
    example: "200-no-image",
  });
  const [file = ""] = exchange.created;
  expect(read(file)).toMatchObject({
    request: { path: { personId: expect.anything(), trialId: "example" } },
    response: { status: 200, mediaType: "application/json", example: "200-no-image" },
  });

  const other = await create("operation", {
    ...operation,
    method: "delete",
    id: "deleteTrialPortraits",
    summary: "Delete a person's portraits",
  });
  expect(other.changed).toContain(path);
  expect(Object.keys(read(path))).toEqual(["get", "delete"]);
  expect(await lint()).toEqual([]);

  const { generated = [] } = await openChecker(copy)();
  const types = generated.find(({ folder }) => folder === "packages/types/src/generated");
  expect(types?.files.get("superoffice/wire-types.ts")).toContain("listTrialPortraits");
});

it("an exchange of a known operation sends what another one with the same response sends", async () => {
  const { created } = await create("exchange", {
    operation: "addCustomerImage",
    name: "another-five",
    summary: "Five files again",
    example: "200-uploaded",
  });
  expect(read(created[0] ?? "").request.body.parts[0]).toHaveProperty("fixture");
});

it("an exchange names the source of the one whose request it takes", async () => {
  const { created } = await create("exchange", {
    operation: "getCustomer",
    name: "another-customer",
    summary: "Another customer",
    example: "200-with-images",
  });
  const [exchange] = created;
  const model = read("spec/capillary/exchanges/getCustomer/attributed.yaml");
  expect(read(exchange ?? "").source).toBe(model.source);
});

it("an API with its first operation passes the lint and stands in redocly.yaml", async () => {
  const { created, changed } = await create("api", {
    name: "gallery",
    title: "Gallery image API",
    server: "https://api.gallery.example",
    page: "https://docs.gallery.example/upload",
    method: "put",
    path: "/albums/{albumId}/cover",
    id: "saveCover",
    summary: "Save the cover of an album",
  });
  expect(created).toContain("spec/gallery/sources/gallery.yaml");
  expect(changed).toEqual(["redocly.yaml"]);
  expect(read("redocly.yaml").apis.gallery).toEqual({ root: "spec/gallery/openapi.yaml" });
  expect(await lint()).toEqual([]);
});

describe("nothing is written", () => {
  const refused = async (kind: KindName, flags: Record<string, string>, message: string | RegExp) =>
    expect(create(kind, flags)).rejects.toThrow(message);

  it("for what the lint refuses; the findings say why", async () => {
    const flags = { ...operation, path: "/api/v1/Person/{personId}/Other", id: "personOthers" };
    await refused("operation", flags, /operation-id-verb .*\n.*Nothing was written\.$/s);
    expect(existsSync(join(copy, "spec/superoffice/exchanges/personOthers"))).toBe(false);
    expect(await lint()).toEqual([]);
  });

  it("where something has the name already", async () => {
    await refused(
      "operation",
      { ...operation, id: "getPersonImage" },
      'has an operation "getPersonImage"',
    );
    const known = { operation: "addCustomerImage", name: "one-file", summary: "x" };
    await refused(
      "exchange",
      { ...known, example: "200-uploaded" },
      "one-file.yaml exists already",
    );
  });

  it("where a flag is missing or wrong; the message says what it takes", async () => {
    await refused(
      "operation",
      {},
      "--api is missing: Of which API?. One of: capillary, superoffice",
    );
    await refused("operation", {}, /--path is missing too: The path.*\n--id is missing too: /s);
    await refused(
      "operation",
      { ...operation, method: "fetch" },
      "--method fetch is none of them. One of: get,",
    );
    await refused(
      "operation",
      { ...operation, path: "no-slash" },
      "--path no-slash: The path, with a slash",
    );
    const { source: _, ...unsourced } = operation;
    await refused("operation", unsourced, /^--source is missing: Which page .* One of: SO-/);
    await refused("example", { operation: "lost" }, "--operation lost is none of them");
  });

  it("while there are findings, for nobody could tell them from new ones", async () => {
    const file = join(copy, "spec/superoffice/openapi.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("title:", "titel:"));
    await refused("operation", operation, /Fix this first\.$/);
    writeFileSync(file, before);
  });
});

describe("text that is added to", () => {
  const text = "a: # first\n  b: 1 # one\n\n  # about c\n  c:\n    - x\n# end\nd: {}\n";

  it("keeps its comments, its blank lines and its order", () => {
    expect(insertInto(text, ["a"], { e: { f: [1] } })).toBe(
      "a: # first\n  b: 1 # one\n\n  # about c\n  c:\n    - x\n  e:\n    f:\n      - 1\n# end\nd: {}\n",
    );
    expect(insertInto(text, ["a", "c"], ["y"], "more")).toContain(
      "    - x\n\n    # more\n    - y\n",
    );
  });

  it("must be a map or a list with an entry a line", () => {
    expect(() => insertInto(text, ["d"], { e: 1 })).toThrow(
      "d must be written with one entry a line",
    );
    expect(() => insertInto(text, ["lost"], { e: 1 })).toThrow("There is no map or list at lost.");
  });
});
