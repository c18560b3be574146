import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

/*
 * Prism makes texts up in English, but loads the words of 75 languages for it, which is a sixth of a start. The
 * mock has it load English alone; what Prism is given must be the very same.
 */

const prism = new URL("../../src/prism/engine.ts", import.meta.url).href;

/** Loads Prism as the mock does, in a process of its own, and then whatever the program does. */
function afterLoadingPrism(program: string): unknown {
  const source = `
    import { createRequire, registerHooks } from "node:module";
    const loaded = [];
    registerHooks({
      load(url, context, next) {
        loaded.push(url);
        return next(url, context);
      },
    });
    await import(${JSON.stringify(prism)});
    const require = createRequire(${JSON.stringify(prism)});
    const ofPrism = createRequire(require.resolve("@stoplight/prism-http"));
    console.log(JSON.stringify(${program}));`;
  const args = ["--input-type=module", "--eval", source];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

test("Prism loads the words of no language but English", () => {
  const files = afterLoadingPrism(
    `loaded.filter((url) => url.includes("/@faker-js/faker/")).map((url) => url.split("/faker/dist/")[1])`,
  ) as string[];
  const languages = files.filter((file) => /^[a-z]{2,3}(_[A-Z]{2})?-/.test(file));

  expect(files).toContain("locale/en.js");
  expect(languages.map((file) => file.split("-")[0])).toEqual(["en"]);
});

test("what it makes texts up with is the same object", () => {
  const require = createRequire(import.meta.url);
  const ofPrism = createRequire(require.resolve("@stoplight/prism-http"));

  expect(ofPrism("@faker-js/faker/locale/en").faker).toBe(ofPrism("@faker-js/faker").faker);
});

test("once Prism is loaded, modules are found as ever", () => {
  const files = afterLoadingPrism(
    `(ofPrism("@faker-js/faker"), loaded.map((url) => url.split("/faker/dist/")[1]))`,
  );

  expect(files).toContain("index.js");
});
