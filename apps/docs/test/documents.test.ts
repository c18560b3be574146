import { expect, test } from "vitest";
import { loadApis } from "../src/site/api.ts";
import { failOnFaultyDocuments } from "../src/site/check/documents.ts";

/** The APIs, with a change to a copy of the first document. */
function changed(change: (document: Record<string, unknown>) => void) {
  const [first, ...others] = loadApis();
  if (first === undefined) throw new Error("There is no API.");
  const document = structuredClone(first.document);
  // The cast: a change may break what the type promises.
  change(document as unknown as Record<string, unknown>);
  return [{ ...first, document }, ...others];
}

test("sound documents pass", () => {
  expect(() => failOnFaultyDocuments(loadApis())).not.toThrow();
});

test("an example that does not validate stops the build with file and line", () => {
  const apis = changed((document) => {
    const { components } = document as unknown as (typeof apis)[number]["document"];
    const [response] = Object.values(components.responses ?? {});
    const [media] = Object.values(response?.content ?? {});
    const [example] = Object.values(media?.examples ?? {});
    if (example === undefined) throw new Error("There is no example.");
    example.value = "no answer";
  });
  expect(() => failOnFaultyDocuments(apis)).toThrow(
    /^spec\/[\w/.-]+\.yaml:\d+: Example value must conform to the schema/m,
  );
});

test.each([
  ["no group", []],
  ["two groups", ["a", "b"]],
])("a tag in %s stops the build with file and line", (_, groups) => {
  const apis = changed((document) => {
    const [tag] = document.tags as { name: string }[];
    const others = (document["x-tagGroups"] as { name: string; tags: string[] }[]).map((group) => ({
      ...group,
      tags: group.tags.filter((name) => name !== tag?.name),
    }));
    const more = groups.map((name) => ({ name, tags: [tag?.name ?? ""] }));
    document["x-tagGroups"] = [...others, ...more];
  });
  expect(() => failOnFaultyDocuments(apis)).toThrow(
    new RegExp(`^spec/\\w+/openapi.yaml:\\d+: the tag ".*" stands in ${groups.length} groups`),
  );
});
