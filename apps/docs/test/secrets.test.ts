import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findSecrets } from "@image-apis/ruleset/secrets";
import { describe, expect, test } from "vitest";
import { siteFolder } from "../src/server/index.ts";
import { builtFiles } from "./built-files.ts";

/** Scripts of others, which hold random-looking constants; the rest of the site is made from our texts. */
const othersScript = /^assets\/(redoc|minisearch)\.[0-9a-f]{12}\.js$/;
/** Hashes that let a browser check a script, and the styles of Redoc, which hold a font. */
const hashes = /'?sha(256|384)-[\w+/=]+'?/g;
const styles = /<style[\s\S]*?<\/style>/g;

const folder = siteFolder();
const files = builtFiles.filter(
  (name) => statSync(join(folder, name)).isFile() && !othersScript.test(name),
);

function secretsOf(content: string): string[] {
  const text = content
    .replace(styles, "")
    .replace(hashes, "")
    .replaceAll("&quot;", '"')
    .replace(/[<>]/g, "\n");
  return findSecrets(text).map(
    ({ kind, index }) => `${kind}: … ${text.slice(Math.max(0, index - 30), index)}`,
  );
}

describe("the built site", () => {
  test.each(files)("%s holds no credential", (name) => {
    expect(secretsOf(readFileSync(join(folder, name), "utf8"))).toEqual([]);
  });
});

test.each([
  ["a signed web token", "X: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
  ["Basic credentials", `Authorization: Basic ${Buffer.from("till01:s3cret").toString("base64")}`],
  ["a user and a password", "curl --user till01:s3cret http://127.0.0.1"],
  ["part of a signed address", "?X-Amz-Signature=0a1b2c3d4e5f"],
])("%s in it would be found", (kind, text) => {
  expect(secretsOf(text).map((found) => found.split(":")[0])).toContain(kind);
});
