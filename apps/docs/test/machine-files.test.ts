import { documentText, responseExamples } from "@image-apis/spec";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { loadApis } from "../src/site/api.ts";
import { addressOf } from "../src/site/machine/public-url.ts";
import { staticFiles } from "../src/site/site-files.ts";

const files = new Map(staticFiles().map(({ path, content }) => [path, content]));
const pages = [...files.keys()].filter((path) => path.endsWith("index.html"));
const apis = loadApis();

describe("for machines", () => {
  test("every page is there as Markdown, with every response example by value", () => {
    for (const page of pages) expect(files.has(page.replace(/html$/, "md")), page).toBe(true);
    for (const operation of apis.flatMap(({ operations }) => operations)) {
      const text = files.get(`ref/${operation.operationId}/index.md`) ?? "";
      const blocks = [...text.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, block = ""]) =>
        JSON.parse(block),
      );
      for (const { example, mediaType } of responseExamples(operation)) {
        if (typeof example.value === "object")
          expect(blocks, mediaType).toContainEqual(example.value);
      }
      for (const { name } of operation.parameters) expect(text).toContain(`\`${name}\``);
    }
  });

  test("llms.txt leads to pages that are there, and llms-full.txt holds them", () => {
    const targets = [...(files.get("llms.txt") ?? "").matchAll(/\]\(([^)]+)\)/g)].map(
      ([, to = ""]) => to,
    );
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(files.has(target), target).toBe(true);
    for (const [path, content] of files) {
      // Every program of every exchange would be most of the file.
      if (path.endsWith("/samples/index.md"))
        expect(files.get("llms-full.txt")).not.toContain(path);
      else if (path.endsWith(".md")) {
        const [heading = ""] = content.split("\n", 1);
        expect(files.get("llms-full.txt")).toContain(`<!-- ${path} -->\n\n${heading}`);
      }
    }
  });

  test("every link of llms-full.txt holds where the file stands, and none is a note on a source", () => {
    const text = files.get("llms-full.txt") ?? "";
    const links = [...text.matchAll(/\]\(([^)\s]+)/g)].map(([, to = ""]) => to);
    const own = links.filter((to) => !/^(?:https?:|\.\/$)/.test(to));
    expect(own.length).toBeGreaterThan(100);
    for (const to of own) {
      const path = to.replace(/#.*/, "");
      const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      expect(file.startsWith("reference/") || files.has(file), to).toBe(true);
    }
    expect(text).not.toMatch(/\[(?:inferred|pages differ)\]\(/);
  });

  test("the documents can be downloaded as they are", () => {
    for (const { name } of apis) {
      expect(files.get(`documents/${name}.yaml`)).toBe(documentText(name, "yaml"));
      expect(files.get(`documents/${name}.json`)).toBe(documentText(name, "json"));
    }
  });
});

describe("the address of the site", () => {
  const heads = (address?: string) =>
    staticFiles(address)
      .filter(({ path }) => path.endsWith("index.html"))
      .map(({ path, content }) => ({ path, head: parse(content) }));

  test("makes canonical links, when it is known", () => {
    for (const { path, head } of heads("https://docs.example/images/")) {
      const canonical = head.querySelector("link[rel=canonical]")?.getAttribute("href");
      expect(canonical).toBe(`https://docs.example/images/${path.replace("index.html", "")}`);
    }
  });

  test("is named nowhere when it is not", () => {
    for (const { head } of heads()) {
      expect(head.querySelector("link[rel=canonical], meta[property='og:url']")).toBeNull();
    }
  });

  test("every page has a title, a description and a preview of its own", () => {
    const titles = heads().map(({ head }) => head.querySelector("title")?.text);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { head } of heads()) {
      for (const name of ["og:title", "og:description", "og:type"]) {
        expect(
          head.querySelector(`meta[property='${name}']`)?.getAttribute("content"),
        ).toBeTruthy();
      }
    }
  });

  test.each([
    [undefined, undefined],
    ["", undefined],
    ["https://docs.example/images", "https://docs.example/images/"],
  ])("%j is taken as %j", (value, expected) =>
    expect(addressOf("SITE_URL", value ?? "")).toBe(expected),
  );

  test.each(["docs.example", "file:///docs/", "https://docs.example/?a"])(
    "cannot be %j",
    (value) => {
      expect(() => addressOf("SITE_URL", value)).toThrow(`SITE_URL="${value}"`);
    },
  );
});
