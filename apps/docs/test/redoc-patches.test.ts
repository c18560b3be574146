import { describe, expect, test } from "vitest";
import { loadApis } from "../src/site/api.ts";
import { foreignRequests } from "../src/site/check/foreign-requests.ts";
import { markedPlaces } from "../src/site/evidence/evidence-index.ts";
import { buildDocs, shippedScript } from "../src/site/redoc/build-docs.ts";
import { documentForRedoc } from "../src/site/redoc/document.ts";
import { pagePatches, policyPlace } from "../src/site/redoc/page-patches.ts";
import { applyPatches } from "../src/site/redoc/patch.ts";
import { redocScript } from "../src/site/redoc/script.ts";
import { samplesFor } from "../src/site/samples.ts";

const samples = samplesFor(loadApis());

describe("a patch", () => {
  test("whose text is gone stops the build and says what it was for and where to look", () => {
    const patch = { purpose: "keep quiet", find: "loud", replace: "quiet" };
    expect(() => applyPatches("The page", "nothing here", [patch])).toThrow(
      /The page: nothing to change to keep quiet; loud is not in it.*@redocly\/cli.*src\/site\/redoc/,
    );
  });

  test("whose expression is gone stops the build as well", () => {
    const patch = { purpose: "keep quiet", find: /lou+d/, replace: "quiet" };
    expect(() => applyPatches("The page", "lod", [patch])).toThrow("/lou+d/");
  });

  test("changes every place", () => {
    const patch = { purpose: "keep quiet", find: "loud", replace: "quiet" };
    expect(applyPatches("The page", "loud, loud", [patch])).toBe("quiet, quiet");
  });
});

describe("Redoc's script", () => {
  const shipped = shippedScript();

  test("is served under a name made from its content, with the hash of what is served", () => {
    const { file, integrity, shippedIntegrity } = redocScript(shipped);
    expect(file.path).toMatch(/^assets\/redoc\.[0-9a-f]{12}\.js$/);
    expect(integrity).not.toBe(shippedIntegrity);
  });

  test("names no host that is not known to be inert", () => {
    expect(foreignRequests({ path: "redoc.js", content: shipped })).not.toEqual([]);
    expect(foreignRequests(redocScript(shipped).file)).toEqual([]);
  });

  test.each([
    "https://cdn.redoc.ly/redoc/logo-mini-full.svg",
    "https://cdn.redoc.ly/redoc/logo-mini.svg",
    "https://cdn.redocly.com/icons/fa/7.0.0",
    "https://cdn.redocly.com/icons/code/5.24.0",
    "https://otel.cloud.redocly.com/v1/traces",
    "`HTTP Authorization Scheme`),value:e.type}",
    'type:`button`,"aria-label":r,children:(0,V.jsx)(cI,{children:i?.labelNode??i?.label})',
    "{children:`API docs by`}",
    '"data-testid":`search-trigger`,',
    "(bke,{onClick:t",
    " // @presenter ",
    "* @tokens ",
  ])("stops the build when %s is no longer in it", (text) => {
    const changed = shipped.replaceAll(text, "another");
    expect(changed).not.toBe(shipped);
    expect(() => redocScript(changed)).toThrow(/^Redoc's script: nothing to change to /);
  });
});

describe("a page of the CLI", () => {
  const script = redocScript(shippedScript());
  const [api] = loadApis();
  if (api === undefined) throw new Error("There is no API.");
  const built = buildDocs(
    api.document,
    `<meta content="${policyPlace}">{{{redocHead}}}{{{redocHTML}}}`,
  );
  const patched = (page: string) =>
    applyPatches("The page", page, pagePatches(page, script, "redoc.js"));

  test("keeps to this site once it is patched", () => {
    expect(foreignRequests({ path: "index.html", content: built })).not.toEqual([]);
    expect(foreignRequests({ path: "index.html", content: patched(built) })).toEqual([]);
  });

  test("is refused when it was made for another script", () => {
    const other = built.replace(/sha384-[^"]*/, "sha384-other");
    expect(() => patched(other)).toThrow("asks for a script of sha384-other");
  });

  test("is refused when it sets its colours in another way, which the policy would forbid", () => {
    expect(() => patched(built.replace("redoc.colorMode", "elsewhere"))).toThrow("colours");
  });

  test.each([
    ["the script's address", "cdn.redocly.com", "elsewhere.example"],
    ["the inline module", "const __redoc_definition", "const renamed"],
    ["the sidebar's links", /<a class="([^"]*)" href="\//g, '<a href="/'],
    ["the place of the policy", policyPlace, ""],
  ])("stops the build when %s is not where it was", (_, find, replace) => {
    const changed = built.replaceAll(find, replace);
    expect(changed).not.toBe(built);
    expect(() => patched(changed)).toThrow(/^The page: nothing to change to /);
  });
});

test("Redoc is given the samples of every operation, and lists as they travel", () => {
  for (const api of loadApis()) {
    const document = documentForRedoc(api, samples);
    for (const { path, method, parameters } of api.operations) {
      expect(document.paths[path]?.[method]).toHaveProperty("x-codeSamples");
      for (const { name, in: place, style = "form", explode, examples } of parameters) {
        for (const { value } of Object.values(examples ?? {})) {
          if (place !== "query" || !Array.isArray(value)) continue;
          const isRepeated = explode ?? style === "form";
          const separator = { form: ",", spaceDelimited: " ", pipeDelimited: "|" }[style] ?? "";
          const text = isRepeated
            ? value.join(`&${name}=`)
            : encodeURIComponent(value.join(separator));
          expect(JSON.stringify(document)).toContain(`"${text}"`);
        }
      }
    }
  }
});

describe("in the document Redoc is given, what no page says, or pages say differently,", () => {
  test.each(loadApis())("is marked wherever $name says it", (api) => {
    const document = documentForRedoc(api, samples);
    const text = JSON.stringify(document);
    for (const mark of [...markedPlaces(api).values()].flat()) {
      expect(text).toContain(`${mark.word}](../../disagreements/#${mark.anchor})`);
    }
  });

  test.each(loadApis())("is all that was added to the descriptions of $name", (api) => {
    const marks =
      / \[((?:example|server): )?(inferred|pages differ)\]\([^)]*\)|\n\n\[(This operation on|The document as).*/g;
    const document = documentForRedoc(api, samples);
    expect(descriptions(document).map((it) => it.replace(marks, ""))).toEqual(
      descriptions(api.document),
    );
  });

  test("has a description around it, or the build stops", () => {
    const [api] = loadApis();
    if (api === undefined) throw new Error("There is no API.");
    const lonely = { ...api, evidence: structuredClone(api.evidence) };
    for (const statement of lonely.evidence.provenance.statements) statement.at = ["/openapi"];
    expect(() => documentForRedoc(lonely, samples)).toThrow("Nothing around /openapi");
  });
});

/** Every description below a node, in its order. */
function descriptions(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "description" && typeof value === "string" ? [value] : descriptions(value),
  );
}
